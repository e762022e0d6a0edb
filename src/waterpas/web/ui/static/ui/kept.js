/* Keeps what somebody typed on the screen when the network drops while a form is sent.

   A form with data-kept is sent from the page itself. When that fails, the page stays, with one
   sentence and a button to try again. Nothing is stored in the browser. Without this script the
   form is sent as any other. */
(() => {
  "use strict";
  const PATIENCE = 15000;
  const room = document.getElementById("sessie");
  const sent = new WeakMap(); // what was on its way last, by form
  let leaving = false;

  const typed = (form) => new URLSearchParams(new FormData(form)).toString();
  const unsaved = () => document.querySelector("form[data-kept][data-unsaved]");

  function tell(form, failed) {
    const note = form.querySelector("[data-no-connection]");
    note.hidden = !failed;
    if (failed) note.querySelector("button").focus();
  }

  function body(form, button) {
    const data = new FormData(form);
    // A form can have several buttons; the one that was pressed says what to do.
    if (button && button.name) data.append(button.name, button.value);
    // The server handles a number once. Other words under the same number would be lost.
    if (sent.has(form) && sent.get(form) !== typed(form)) data.delete("once");
    sent.set(form, typed(form));
    return data;
  }

  async function ask(address, options) {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(address, { signal, ...options });
    return { response, text: await response.text() };
  }

  async function send(form, button) {
    const headers = { "X-Waterpas-Stays": "1" };
    form.setAttribute("aria-busy", "true");
    try {
      const { response, text } = await ask(form.action, { method: "POST", headers, body: body(form, button) });
      if (response.status === 404 || response.status >= 500) return tell(form, true);
      tell(form, false);
      await handle(form, response, text, button);
    } catch {
      tell(form, true);
    } finally {
      form.removeAttribute("aria-busy");
    }
  }

  async function handle(form, response, text, button) {
    // Logged out, or the secret of the form is old: the server takes what was typed along.
    if (response.status === 401 || response.status === 403) {
      leaving = true;
      return form.submit();
    }
    const where = response.headers.get("X-Waterpas-Where");
    if (where === null) return stay(form, text, button);
    delete form.dataset.unsaved;
    if (room) return goOn(where);
    leaving = true;
    location.assign(where);
  }

  /* The same page again; a button that is not the one of the form saved nothing of it yet. */
  function stay(form, text, button) {
    const unsent = "unsaved" in form.dataset;
    const place = button && new URL(button.formAction, location.href).hash;
    const parts = form.closest("[data-part], main");
    show(text, form);
    const fresh = parts.querySelector("form[data-kept]:has(textarea)");
    if (fresh && unsent) fresh.dataset.unsaved = "";
    if (place) location.hash = place;
  }

  async function goOn(where) {
    const [page, place] = where.split("#");
    try {
      const { response, text } = await ask(page, {});
      if (response.ok) show(text);
    } catch {
      // It was saved; the screens stay as they were until the network is back.
    }
    location.hash = place;
  }

  /* Lay the fresh page over this one; leave alone where somebody is still typing. */
  function show(text, form) {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const parts = room ? room.querySelectorAll("[data-part]") : [document.querySelector("main")];
    const place = form && form.closest("[data-part], main");
    for (const part of parts) {
      const other = room ? fresh.getElementById(part.id) : fresh.querySelector("main");
      const busy = part.querySelector("form[data-unsaved]");
      if (other && (!busy || part === place)) part.replaceChildren(...other.childNodes);
    }
    if (room) announce(fresh);
    if (place) point(place);
  }

  /* What the server has to say at the top of the page. */
  function announce(fresh) {
    for (const old of document.querySelectorAll(".wp-message")) old.remove();
    document.querySelector("main").prepend(...fresh.querySelectorAll(".wp-message"));
  }

  /* To what the server says is wrong; what was typed is there, and still not saved. */
  function point(place) {
    const wrong = place.querySelector('[role="alert"]:not([hidden])');
    if (!wrong) return;
    wrong.tabIndex = -1;
    wrong.focus();
    place.querySelector("form[data-kept]:has(textarea)").dataset.unsaved = "";
  }

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-kept]");
    if (form) form.dataset.unsaved = "";
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-kept]")) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") !== "true") send(form, event.submitter);
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved() && !leaving) event.preventDefault();
  });
})();
