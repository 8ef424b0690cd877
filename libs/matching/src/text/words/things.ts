/** Nouns of matter, nature, technology and the region's industries. */
export const NOUNS_OF_THINGS = `
Aal Abguss Acker Ader Adler Aerosol Aggregat Akku Akkumulator Aktor Akustik Algorithmus:Algorithmen Alge Alkohol
Alge Allee Altar Aluminium Ameise Aminosäure Ammoniak Amsel Analyse Anode Antenne Antibiotikum:Antibiotika
Apfel Apparat Aquarium App Archiv Armatur Aroma:Aromen Arsen Asbest Asche Asphalt Ast Atmosphäre Atom
Aue Auge Auto Automat Automatik Automation Axt Bach Bad Bagger Bahn Bakterie Balken Ball Ballast
Ballon Balkon Band Bank Bär* Barke* Basalt Base Basis Batterie Bauteil Baum Bau Becken Beere Behälter Beet
Bein Beize Benzin Berg Bergwerk Bernstein Besen Bett Beute Beutel Biene Bier Bild Binse Biogas Biologie
Biomasse Birke Birne Bit Bitumen Blase Blatt Blech Blei Blende Blick Blitz Block Blume Blut Blüte Boden Bogen
Bohne Bohrer Bolzen Boot Bor* Bord Borke Borste Böschung Box Brand Brache Brauerei Brei Brett Brikett Brille
Bronze Brot Bruch Brücke Brunnen Brust Buche Buchse Bucht Bügel Bühne Bürste Busch Butter Cadmium Calcium Carbon Chemie
Chemikalie Chip Chlor Chrom Code Container Computer Dach Damm Dampf Darm Datei Daten:Daten Datum Daumen Deckel
Decke Deich Deponie Destille Detektor Diamant Diagramm Dichte Diesel Digital Diode Display Distel Docht Dom Dorn
Dose Draht Drache Drehbank Drohne Druck Drucker Drüse Düne Dünger Dung Dunst Düse Ebene Ecke Efeu
Ei:Eier Eiche Eimer Eis Eisen Eiweiß Elastomer Elektrik Elektrode Elektrolyse Elektrolyt Elektron Elektronik
Element Emission Energie Ente Enzym Epoxid Erbse Erde Erle Ernte Erosion Erz Esche Esel Essig Ester
Estrich Ethanol Etikett Exkrement Fabrik Faden Falke Falle Falte Farbe Farm Farn Faser Fass Fassade Fauna Faust Feder Feile
Feld Felge Fell Fels Fenster Ferkel Ferment Fett Feuer Fibel Fichte Figur Filament Film Filter Filz
Firn Finger Fisch Fixstern Fläche Flachs Flamme Flansch Flasche Fleck Fleisch Fliege Fliese Flora Flosse Flöz Flug Flügel
Flugasche Fluor Flur Fluss Flut Fluid Folie Fördergut Form Formel Forst Fossil Foto Frequenz Frost Frosch Frucht Fuchs
Fuge Fundament Funke Funk Furche Furnier Fuß Futter Galle Galvanik Gang Gans Garn Garten Gas Gatter Gebäude Gebirge
Gefäß Gefieder Geflügel Gefüge Gehäuse Gehirn Gelatine Gelände Gelee Geleis Gelenk Gemenge Gemisch Gemüse Gen Generator Geologie
Gerste Geruch Gerüst Gestein Gestell Gestüt Getränk Getreide Gewächs Gewässer Gewebe Gewehr Gewicht Gewinde Gewitter Gewölbe
Gift Gips Gitter Glas Glasur Gleis Glied Glocke Glukose Gold Graben Granit Granulat Graphit Gras Graph Greifer Grenze
Griff Grube Grund Grün Gülle Gummi Gurke Gurt Guss Gut:Güter,Gut Haar Hafen Hafer Haken Halde Halle Halm Hals
Hammer Hamster Hand Handy Hanf Hangar Harz Hase Hasel Haube Haus Haut Hebel Hecke Hefe Heft Heide Heizung Helm Hemd
Herbizid Herd Herz Heu Himmel Hirn Hirsch Hirse Hitze Hobel Hof Höhe Höhle Holz Honig Hopfen Horn Hose Hüfte Hügel Huhn
Hülle Hülse Hund Hut Hütte Hydraulik Hydrid Hydroxid Hydrogel Implantat Infrarot Insekt Insel Instrument Insulin Ion
Isolator Isotop Joch Jute Kabel Kabine Käfer Kaffee Käfig Kalb Kali Kalium Kalk Kälte Kamera Kamin Kamm Kammer
Kanal Kaninchen Kante Kanüle Kapillare Kapsel Karbid Karosserie Karotte Kartoffel Karton Käse Kasten Katalysator
Kathode Katze Kautschuk Keim Keil Keller Keramik Kern Kerze Kessel Kette Kiefer Kies Kiesel Kirsche Kissen Kiste Klammer
Klappe Klärschlamm Klasse Klee Kleie Klima Klinge Klinker Knochen Knolle Knopf Knoten Kobalt Kohle Koks Kolben Kollektor Kompost
Kompressor Kondensat Kondensator Konverter Kopf Korb Kork Korn Körper Korrosion Kosmetik Kran Krankenwagen Kraut Krebs Kreide
Kreis Kreisel Kreuz Kristall Krone Krug Kruste Küche Kugel Kuh Kühler Kulisse Kupfer Kupplung Kurbel Kurve Küste Labor Lack
Lager Lagune Lamelle Lamm Lampe Land Länge Lanze Lappen Lärm Laser Last Lauch Lauge Laub Lauf Laus Lava Leber Leck
Leder Legierung Lehm Leim Lein Leinen Leiter Leuchte Licht Lignit Lignin Linde Linie Linse Lipid Lithium Loch Löffel Lok Lokomotive Lösung
Lot Löwe Lücke Luft Lüfter Lunge Lupe Lupine Magen Magma Magnesium Magnet Mais Makromolekül Malz Mandel Mangan Mantel Manschette Marder Marke
Markise Marmor Maschine Maske Maß Masse Mast Mate* Material:Materialien Matte Mauer Maus Mechanik Meer Mehl Membran Messer Messing
Metall Meteor Methan Methanol Mikrobe Mikrofon Mikroskop Milbe Milch Mineral:Mineralien Mischer Mittel Möbel Modul Molekül Molke Mond Moor
Moos Mörtel Motor Mühle Mulch Mulde Müll Mund Münze Muschel Muskel Muster Mutter Nabe Nadel Nagel Nährboden Naht Narbe Nase Natrium
Natur Nebel Nektar Nerv Nessel Nest Netz Neutron Nickel Niere Niet Nische Nitrat Nord Norden Nuss Nut Nutzvieh Obst Ofen Ohr Öl 
Ökologie Ökosystem Optik Orbit Organ Osten Oszillator Oxid Ozean Ozon Paar Palette Panel Panzer Papier Pappe Pappel Park Parkett Paste Patrone
Pegel Pellet Pelz Pendel Pestizid Petroleum Pfad Pfanne Pfeffer Pfeife Pfeil Pfeiler Pferd Pflanze Pflaster Pflaume Pflug Pfosten
Pharmazie Phenol Phosphat Phosphor Photon Physik Pigment Pille Pilz Pinsel Pipeline Pipette Plasma Plastik Platin Platine Platte
Platz Plutonium Pol Polder Pollen Polster Polymer Polyester Polyamid Pore Portal Porzellan Presse Prisma Probe Produkt Profil Propeller Protein
Proton Prozessor Puder Puffer Pulver Pumpe Punkt Puppe Putz Pyramide Qualm Quarz Quelle:Quell Rad Radar Radiator Radio Raffinerie Rahmen
Rakete Rampe Rand Rapidität* Raps Rasen Rast* Ratte Rauch Raum Raupe Reaktor Rebe Rechner Regal Regen Regler Reh Reif* Reifen Reihe
Reinraum Reis Relais Relief Rest Revier Riemen Rind Rinde Ring Rinne Rippe Riss Roboter Robotik Roggen Röhre Rohr Rolle Rose
Rost Rotor Rübe Ruder Ruine Rumpf Rundholz Ruß Rute* Rücken Saal Säge Saft Säule Salbe Salz Samen Sand Satellit Sattel Sauna Säure Schacht
Schädel Schädling Schaf Schale Schall Schalter Schalung Schar* Schatten Schaufel Schaum Scheibe Schelle Schenkel Scherbe Schere Scheune Schicht 
Schiefer Schiene Schiff Schild Schilf Schimmel Schirm Schlacke Schlamm Schlauch Schleuse Schlitten Schlitz Schloss Schmiede Schmutz Schnecke
Schnee Schneise Schnitt Schnur Schokolade Scholle Schott Schotter Schrank Schraube Schrott Schuh Schüssel Schutt Schwamm Schwarm Schwefel
Schwein Schwelle Schwert Schwimmer See Segel Seide Seife Seil Seite Sektor Senf Senke Sensor Sensorik Serum Server Sieb Signal Silber Silicium
Silikat Silikon Silizium Silo Simulator Sinter Sirup Skelett Sockel Soda Sohle Soja Sole Solarzelle Sonde Sonne Sorte Spalt Span Spaten
Specht Speck Speiche Speicher Speichel Speise Spektrum:Spektren Sperre Spiegel Spindel Spinne Spirale Spitze Spore Spritze Sprosse Spule Spur Stab
Stachel Stahl Stall Stamm Standbild Stange Stapel Stärke Station Statik Stativ Stator Staub Staude Stau Stausee Steg Stein Stempel Steppe Stern Stiel Stier Stift
Stirn Stock Stoff Stollen Stopfen Stoß Strahl Strahler Strand Strang Strauch Straße Strebe Strecke Stroh Strom Strömung Strumpf Strunk Stück Stufe
Stuhl Sturm Sturz Styrol Süden Sulfat Sumpf Suppe Suspension Symbol Synthese Tablet Tablette Tafel Tal Tank Tanne Tapete Tasche Tasse Taste Tau*
Teer Teich Teig Teil Teller Tempel Temperatur Teppich Terminal Terrasse Tensid Textil:Textil Thermik Thermostat Tiefe Tier Tinte Tisch Titan Tomate Ton Topf Tor
Torf Torte Toxin Traktor Trafo Transformator Traube Trasse Traverse Treber Treppe Tresor Trichter Trieb Trommel Tropfen Trübe Tube Tuch
Tülle Tumor Tunnel Turbine Turm Tür Ufer Uhr Ulme Umrichter Uran Ventil Ventilator Verdichter Vieh Virus:Viren Vitamin Vlies Vogel
Volumen Volt Vulkan Waage Wabe Wachs Wade Wagen Waggon Wal Wald Walze Wanne Wanze Ware Wärme Warze Wasser Watt Weg Wehr Weide Weiche* Wein Weizen Welle
Welpe Welt Wespe Westen Wetter Wicke Wiese Wild Wind Windel Winkel Winter Wirbel Wolf Wolfram Wolke Wolle Wrack Wulst Wurm Wurst Würze Wurzel Wüste
Zahn Zange Zapfen Zaun Zeiger Zelle Zellulose Cellulose Zelt Zement Ziege Ziegel Zink Zinn Zirkon Zone Zopf Zucker Zug Zünder Zwiebel Zweig Zyklon Zylinder
Abscheider Absorber Aerodynamik Adsorption Agentur Aktuator Bauwerk* Bewehrung Brauchwasser Brennelement Brennkammer
Chassis Cloud Dämmung Dichtung Düngung Einstreu Elektrolyseur Elastizität Entropie Exoskelett Extrakt Extruder Fäkalie Fermenter Förderer Fräse Gärrest
Genom Getriebe Gewerk Gondel Granate Hackschnitzel Häcksel Hardware Heizöl Heizkörper Holm Hydrolyse Hygiene Inhibitor Interface Isolierung Jet Kinetik
Klammer Kühlung Laminat Leguminose Lüftung Matrix Mikrofluidik Montage Monomer Nitrid Nuklid Pendler Pneumatik Pyrolyse Reagenz Reaktand Recycling Rezeptor
Rezyklat Sediment Sequenz Siedlung Software Spektrometer Spektroskop Substanz Substrat Synapse Textur Thermografie Tribologie Turbo Vakuum Vektor Viskosität Werft Wafer 
Zentrifuge Zeolith Kompetenz Laugung Strahlung Leuchtdiode Lenkung Bremse Karre Kufe Kutsche Pedal Lenker Sitz Gurt Airbag Chassis Fahrgestell Fracht Paket Brief Post
Gepäck Koffer Kran Stapler Förderer Kahn Fähre Boje Hafen Mole Pier Kai Trailer Anhänger Kanister Karosse Pkw Lkw Roller Hanse* Haspel Webstuhl Spinnerei Weberei
Färberei Gerberei Bleiche Kokon Kette* Schuss Strick* Masche Naht Saum Kragen Knopf Stickerei Kordel Kleid Kleidung Kostüm Tracht Mode Leinwand Samt* Satin Baumwolle Gießerei Schlosserei Tischlerei
Schreinerei Zimmerei Gärtnerei Bäckerei Fleischerei Metzgerei Konditorei Käserei Schäferei Imkerei Fischerei Kelterei Brennerei Mosterei Druckerei Binderei Wäscherei Kokerei Reinigung Spedition Härte Schmelze Flotte Rudel Kuchen Herde Zähler Träger Ocker Kippe Wand Spree Stube Stapler Gabel
Vorrichtung Apparatur Abdeckung Anstau Bohrung Brenner Brennerei Bündel Eisenhut Erdreich Erwärmung Falz Farbton Fels Fuhre Gallium Germanium Indium Geröll Glimmer Gneis Habitat Biotop Feuchte Feuchtigkeit Flechte Fräser Gel
Gleiter Halm Hecht Karpfen Forelle Lachs Kormoran Kranich Storch Biber Otter Luchs Elch Wisent Kiebitz Lerche Eule Uhu Frosch Kröte Molch Libelle Falter Schmetterling Raupe Klärung Kabine Kühle Lauge Leitwerk Lichtung Luke Meiler Meißel Mergel Nagetier Neigung
Nitrat Pech Pforte Planke Plane Presse Propan Butan Pumpwerk Quader Radius Raster Reling Rille Rodung Rüttler Schleifer Schlepper Schlot Schneider Schober Schöpfwerk Schürze Schwall Schüttgut Schüttung Siphon Spachtel Spule Spundwand Stecker Steuergerät Strahler Stütze
Talsperre Tender Tonne Träne Treiber Trockner Truhe Verdampfer Verdunster Verdunstung Verklebung Verbinder Wehr Weiher Wickler Winde Zuleitung Zündung Zwirn Ableiter Empfänger Sender Verstärker Wandler Zerkleinerer Zünder Halterung Lagerung Beschleunigung Erwärmung Entladung Entwässerung Bewässerung
Beton Ziegel Lasur Firnis Leinwand Linoleum Korken Kordel Nylon Viskose Elastan Gaze Zelt Filament Roving Gelege Gewirke Gestrick Geflecht Prepreg Laminat Verbund Keramik Fayence Email Kristall Spiegel Fritte Scherben Glasur Engobe Kaolin Feldspat
Käfer Motte Zecke Mehltau Unkraut Saat Aussaat Keimling Knospe Kraut Blüte Dolde Ähre Halm Dinkel Hafer Triticale Luzerne Silage Gülle Mist Jauche Kompost Koppel Stall Stute Fohlen Hengst Eber Sau Kuh Bulle Ochse Kalb Färse Zitze Euter Melker Hirte Schäfer Imker Angler Fischer Förster
Bildpunkt Pixel Algorithmus Blockchain Chatbot Datei Desktop Firewall Gateway Interface Internet Kamera Laptop Login Monitor Notebook Plugin Portal Provider Prozessor Router Scanner Schaltung Server Smartphone Tablet Token Update Virus Website Wiki Zugriff Rechnen Quant:Quanten Neuron Bot Avatar Hologramm Sicherung Backup Patch
Sekunde Karre Deichsel Pleuel Kolben Nocken Kurbel Getriebe Differential Vergaser Auspuff Turbolader Kardan Spoiler Reifen Felge Tacho Blinker Hupe Anlasser Kühler Fahrwerk Drehgestell Puffer Bogie Oberbau Schwelle Schotter Bahnsteig Signal Balise Stellwerk Lokomotive Waggon Kessel Tender Tensid Bewuchs Backe* Olive Geometrie Kalorie Kaskade Kommutator Kreuzung Membrane Plakette Planet Astronaut Raster Reflexion Rotation Topologie Tomografie Tomographie Spektroskopie Malerei Brennstab*`;
