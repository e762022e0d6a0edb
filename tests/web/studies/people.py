"""Made-up people, as they stand in cells of tables: three of each kind."""

COLUMNS = [
    ["111222333", "123456782", "010464554"],
    ["NL91ABNA0417164300", "NL20 INGB 0001 2345 67", "DE89 3704 0044 0532 0130 00"],
    ["f.elamrani@voorbeeld.example", "piet@voorbeeld.example", "s.r@voorbeeld.example"],
    ["06-12345678", "020 123 45 67", "+31 6 12345678"],
    ["Dorpsstraat 12", "Lange Voorhout 1", "Van der Kunlaan 3a"],
    ["1234 AB 12", "2345BC, 7", "3456 CD 101"],
    ["J. de Vries", "A.B. van den Berg", "M. el Idrissi"],
    ["mevr. El Amrani", "dhr. S. Jansen", "Mw. van Dam"],
    ["Yilmaz, M.", "Vries, J. de", "Pinas, R."],
    ["Fatima el Amrani", "Jan Jansen", "Sharda Ramdin"],
]
BSNS = COLUMNS[0]
PEOPLE = [*(cell for column in COLUMNS for cell in column), "12-05-1984"]
