/**
 * Nouns that look like compounds but mean more, or something else, than their parts: they stay
 * whole, alone and in longer words.
 */
export const WHOLE_WORDS = `
Abbau Deutschland Holstein Regensburg Hintergrund Vordergrund Untergrund Bundesrepublik Dresden Görlitz Bautzen Guben Spremberg Cottbus Leipzig Frankreich Österreich Brennstoff Tausch Tankstelle Haltestelle Haltepunkt Lagerstätte Nachfolge Nachfolger Vorplatz Urkunde Explosion Aufklärung Dämpfer Abbild Abfall Abfluss Abgabe Abgang Abgas Abgänger Abhang Abitur Abkommen Ablage Ablauf
Abluft Abnahme Abnehmer Abraum Abrieb Absatz Abschluss Abschnitt Absicht Absolvent Abstand Absturz
Abtrag Abwärme Abwasser Abweichung Abzug Allgemeinheit Alltag Altenheim Altertum Ampel Anbau
Anbieter Andrang Anfang Angabe Angebot Angriff Anhang Anker Ankunft Anlage Anlass Anlauf Anliegen
Annahme Anrainer Anreiz Anruf Ansatz Anschlag Anschluss Anschrift Ansicht Anspruch Anstalt Anstieg
Anstrich Anteil Antrag Antrieb Antwort Anwalt Anwender Anwohner Anzahl Anzug Arbeitgeber
Arbeitnehmer Arbeitskraft Armaturenbrett Artikel Atemweg Aufbau Aufenthalt Aufgabe Aufguss
Aufholung Auflage Aufnahme Aufprall Aufruf Aufsatz Aufschluss Aufsicht Aufstand Aufstieg Auftrag
Auftraggeber Aufwand Aufwind Aufzug Augenblick Ausbau Ausbeute Ausblick Ausbruch Ausdruck Ausfall
Ausflug Ausfuhr Ausgabe Ausgang Ausgleich Auskunft Ausland Auslauf Ausmaß Ausnahme Auspuff
Ausrüster Ausschlag Ausschluss Ausschuss Ausstieg Ausstoß Austausch Austrag Austritt Ausweis Auszug
Auszubildender:Auszubildenden Autobahn Automobil Backstein Bahnhof Bahnsteig Baukunst Baustelle
Baustoff Beamter:Beamten Beitrag Belag Bereich Bergbau Bergmann:Bergleute,Bergmanns Bergwerk Beruf
Bestand Beton Betrag Betrieb Betreiber Bewerber Bezirk Bezug Bildschirm Blattwerk Blaulicht
Bleistift Blumenkohl Brandenburg Braunkohle Bruchteil Buchstabe Bundesland:Bundesländer Bundesrat
Bundestag Bürgermeister Bürgersteig Darlehen Datenbank Denkmal Dienstleister Dienstleistung
Doppelpunkt Drehmoment Drehstrom Drehzahl Dreieck Durchbruch Durchfluss Durchgang Durchlauf
Durchmesser Durchsatz Edelgas Edelmetall Edelstahl Edelstein Ehrenamt Eigenschaft Eigentum
Eigentümer Einband Einbau Einblick Einbruch Eindruck Einfahrt Einfall Einfluss Einfuhr Eingabe
Eingang Eingriff Einheit Einkauf Einkäufer Einkommen Einlage Einlass Einlauf Einsatz Einschluss
Einschnitt Einspruch Einstieg Einsturz Eintrag Eintritt Einwand Einwohner Einzelhandel Einzug
Eisenbahn Empfang Engpass Entgelt Entwurf Entzug Erdbeben Erdbeere Erdgas Erdöl Erdwärme Erfolg
Ergebnis Erlebnis Erlös Ersatz Ertrag Erwerb Erzeuger Erzeugnis Fachbereich Fachhochschule
Fachkraft Fachschule Fachwerk Fahrrad Fahrwerk Fahrzeug Farbstoff Feierabend Feldspat Fernseher
Fernwärme Festland Festplatte Feuerwehr Feuerwerk Firmware Flughafen Flugzeug Formel Forschung
Fortschritt Frachter Freibad Freizeit Fremdwort Frühjahr Frühling Frühstück Führerschein Fußball
Fußgänger Gebiet Gebot Gegensatz Gegenstand Gegenteil Gegenwart Gehör Geländer Gemeinschaft
Gemeinde Genossenschaft Gerät Gesamtheit Geschäftsführer Geschwister Gesellschaft Gesellschafter
Gesichtspunkt Getriebe Gewerkschaft Gewinn Gleichgewicht Gleichrichter Gleichstrom Gliedmaße
Großhandel Großstadt Großvater Grundgesetz Grundlage Grundriss Grundsatz Grundschule Grundstück
Grundwasser Grünland Gusseisen Gutachten Gutachter Guthaben Gutschein Gymnasium Halbinsel
Halbleiter Halbzeug Handbuch Handel Handgelenk Handschrift Handschuh Handtuch Handwerk Handwerker
Hauptstadt Hausarzt Haushalt Hausmeister Hebamme Hochofen Hochschule Hochwasser Hubschrauber
Impfstoff Industrie Inhaber Inhalt Inland Innenstadt Jahrgang Jahrhundert Jahrzehnt Kaufhaus
Kaufmann:Kaufleute,Kaufmanns Kennwort Kennzahl Kennzeichen Kindergarten Klebstoff Kohlendioxid
Kohlenstoff Kohlrabi Kopfhörer Körperschaft Kraftfahrzeug Kraftstoff Kraftwagen Kraftwerk
Krankenhaus Krankenkasse Krankheit Kreislauf Kreuzfahrt Kugelschreiber Kunststoff Kurzarbeit Ladung
Landkreis Landrat Landschaft Landtag Landwirt Landwirtschaft Laufwerk Lausitz Laufzeit Lautsprecher
Lebenslauf Lebensmittel Legislatur Lehrgang Lehrling Leichnam Leihgabe Leistung Leitbild Leitfaden
Leitstelle Leitplanke Leitung Leiterplatte Lichtbogen Lieferant Lieferung Lippenstift Luftfahrt
Lösegeld Maßnahme Maßstab Mahlzeit Marktwirtschaft Mechatronik Meerrettich Mehrheit Mehrweg
Mehrwert Meilenstein Menschheit Minderheit Mitarbeiter Mitgift Mitglied Mittag Mittelalter
Mittelpunkt Mittelstand Mittwoch Mitwirkung Molkerei Motorrad Mundart Muttersprache Nachbar
Nachbarschaft Nachfrage Nachlass Nachricht Nachteil Nachtrag Nachweis Nachwuchs Nahrungsmittel
Nährstoff Netzwerk Neuheit Niederlausitz Niederlassung Niederschlag Notfall Oberfläche Oberhaupt
Oberlausitz Obhut Ortschaft Passwort Personal Photovoltaik Plattform Postfach Programm Prüfling
Quecksilber Querschnitt Rathaus Raumfahrt Reederei Regelwerk Reifegrad Reichweite Reißverschluss
Restaurant Richtlinie Rohling Rohstoff Rollstuhl Rückbau Rückblick Rückgang Rückgewinnung Rückgrat
Rückhalt Rückkehr Rücklage Rückschritt Rücksicht Rückstand Rücktritt Rückzug Ruhestand Rundfunk
Saatgut Sachverhalt Sachsen Säugling Sauerstoff Schadstoff Schallplatte Schauspiel Scheinwerfer
Schiedsrichter Schiffahrt Schifffahrt Schlagwort Schleppkahn Schließfach Schmetterling
Schnittstelle Schornstein Schornsteinfeger Schraubstock Schriftsteller Schwarzarbeit Schwermetall
Schwerpunkt Selbsthilfe Selbständigkeit Sonderfall Spannweite Spielzeug Sportler Sprengstoff
Sprichwort Spreewald Stadtwerk Stammzelle Standard Standbein Standort Standpunkt Staubsauger
Steckdose Stellwerk Stichprobe Stichwort Stickoxid Stickstoff Stiefmutter Stillstand Stillegung
Stilllegung Stockwerk Straßenbahn Streichholz Strickjacke Tagebau Tagesordnung Tatsache Teilhabe
Teilnehmer Textilie Tiefgang Tierarzt Tragwerk Transport Treffpunkt Treibhaus Treibstoff Triebwerk
Trinkwasser Übergabe Übergang Überblick Überfall Überschrift Überschuss Übersicht Übertrag
Übungsleiter Uhrwerk Ultraschall Umbau Umbruch Umfang Umfeld Umgang Umgebung Umkreis Umlauf Umsatz
Umschlag Umstand Umwelt Umzug Unfall Unkraut Unterhalt Unterkunft Unterlage Unternehmen Unternehmer
Unterricht Unterschied Unterschrift Unterstand Untertagebau Untersuchung Ursache Ursprung Urlaub
Urteil Verantwortung Verband Verbot Verbund Verein Verfahren Vergleich Verhalten Verhältnis Verkehr
Verlag Verlauf Verlust Vermögen Vernunft Verschleiß Verschluss Verstand Versuch Vertrag Vertreter
Vertrieb Vollzeit Volkshochschule Volkswirtschaft Vorbild Vorfall Vorgabe Vorgang Vorgehen Vorhaben
Vorlage Vorlauf Vormittag Vorrat Vorschlag Vorschrift Vorsitz Vorsprung Vorstand Vorteil Vortrag
Vorurteil Vorwort Waggon Wagnis Wahrheit Wasserstoff Wasserwaage Webseite Wechselrichter
Wechselstrom Weihnachten:Weihnachts Weißblech Weltall Werkstatt Werkstoff Werkzeug Wettbewerb
Wettkampf Widerspruch Widerstand Wiederaufbau Wirbelsäule Wirkstoff Wirkungsgrad Wirtschaft
Wissenschaft Wissenschaftler Wochenende Wohlstand Wohnung Zeitpunkt Zeitraum Zeitschrift Zeitung
Zellstoff Ziegelei Zufall Zufluss Zugabe Zugang Zukunft Zulage Zulauf Zulieferer Zusatz Zuschlag
Zuschuss Zustand Zuwachs Zwischenfall Zusammenhang Arbeitslosigkeit Barrierefreiheit Altlast
Bundeswehr Rechtsanwalt Steuerberater Jobcenter Fortbildung Weiterbildung Ausbildung Einrichtung
Entwicklung Behandlung Bewegung Bildung Veranstaltung Erfahrung Haftung Richtung Ordnung Stimmung
Sitzung Spannung Rettung Rüstung Verordnung Versicherung Verwaltung Vorlesung Wirkung Wohltat
Hilfsmittel Arzneimittel Heilmittel Suchtmittel Betriebsmittel Friedhof Gasthof Gasthaus Wirtshaus
Kaufkraft Lehrkraft Führungskraft Pflegekraft Hilfskraft Schubkraft Tragkraft Lehrstuhl Fahrstuhl
Dachstuhl Webstuhl Warteschlange Meerschweinchen Maulwurf Heuschrecke Nashorn Eichhörnchen
Löwenzahn Mauerwerk Beiwerk Bollwerk Grundbuch Drehbuch Tagebuch Wörterbuch Hochdeutsch Nachwelt
Unterwelt Fernsehen Steinkohle Rundgang`;
