/* For the session in a room: the arrow keys, the time, and whether there is a network.

   All of it only helps. Without this script there are links, and the planned time stands there. */
(() => {
  "use strict";
  const room = document.getElementById("sessie");
  const SECONDS = 1000;
  const MINUTE = 60;
  const spent = {};

  const present = () => room.querySelector(".wp-screen:target") || room.querySelector(".wp-screen");

  function step(key) {
    const way = { ArrowRight: "next", ArrowLeft: "prev" }[key];
    const link = way && present().querySelector(`a[rel="${way}"]`);
    if (link) link.click();
    return Boolean(link);
  }

  function tick() {
    const screen = present();
    const clock = screen.querySelector("[data-minutes]");
    if (!clock || document.hidden) return;
    spent[screen.id] = (spent[screen.id] || 0) + 1;
    const minutes = Math.floor(spent[screen.id] / MINUTE);
    const planned = Number(clock.dataset.minutes);
    const words = minutes < planned ? room.dataset.busy : room.dataset.over;
    clock.textContent = words.replace("{minutes}", minutes).replace("{planned}", planned);
  }

  function network() {
    document.getElementById("geen-verbinding").hidden = navigator.onLine;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("input, textarea, select")) return;
    if (step(event.key)) event.preventDefault();
  });
  window.addEventListener("hashchange", () => {
    const heading = present().querySelector("h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  });
  window.addEventListener("online", network);
  window.addEventListener("offline", network);
  network();
  setInterval(tick, SECONDS);
})();
