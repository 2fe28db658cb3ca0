/**
 * Surnames, the commonest first. Public facts: the census lists of the United States, England
 * and Wales, and Australia's electoral rolls. `TAIL_STARTS` and `TAIL_ENDS` make the long tail
 * of rare names that half of all people bear.
 */

export const SURNAMES = words(`
  Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor
  Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott
  Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz
  Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed
  Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo
  Sanders Patel Myers Long Ross Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Gonzales
  Fisher Vasquez Simmons Romero Jordan Patterson Alexander Hamilton Graham Reynolds Griffin Wallace Moreno West Cole Hayes Bryant
  Herrera Gibson Ellis Tran Medina Aguilar Stevens Murray Ford Castro Marshall Owens Harrison Fernandez McDonald Woods Washington
  Kennedy Wells Vargas Henry Chen Freeman Webb Tucker Guzman Burns Crawford Olson Simpson Porter Hunter Gordon Mendez Silva Shaw
  Snyder Mason Dixon Munoz Hunt Hicks Holmes Palmer Wagner Black Robertson Boyd Rose Stone Salazar Fox Warren Mills Meyer Rice
  Schmidt Garza Daniels Ferguson Nichols Stephens Soto Weaver Ryan Gardner Payne Grant Dunn Kelley Spencer Hawkins Arnold Pierce
  Vazquez Hansen Peters Santos Hart Bradley Knight Elliott Cunningham Duncan Armstrong Hudson Carroll Lane Riley Andrews Alvarado
  Ray Delgado Berry Perkins Hoffman Johnston Matthews Pena Richards Contreras Willis Carpenter Lawrence Sandoval Guerrero George
  Chapman Rios Estrada Ortega Watkins Greene Nunez Wheeler Valdez Harper Burke Larson Santiago Maldonado Morrison Franklin Carlson
  Austin Dominguez Carr Lawson Jacobs OBrien Lynch Singh Vega Bishop Montgomery Oliver Jensen Harvey Williamson Gilbert Dean Sims
  Espinoza Howell Li Wong Reid Hanson Le McCoy Garrett Burton Fuller Wang Weber Welch Rojas Lucas Marquez Fields Park Yang Little
  Banks Padilla Day Walsh Bowman Schultz Luna Fowler Mejia Davidson Acosta Brewer May Holland Juarez Newman Pearson Curtis Cortez
  Douglas Schneider Joseph Barrett Navarro Figueroa Keller Avila Wade Molina Stanley Hopkins Campos Barnett Bates Chambers Caldwell
  Beck Lambert Miranda Byrd Craig Ayala Lowe Frazier Powers Neal Leonard Gregory Carrillo Sutton Fleming Rhodes Shelton Schwartz
  Norris Jennings Rhodes Watts Duran Walters Cohen McDaniel Moran Parks Steele Vaughn Becker Holt Deleon Barker Terry Hale Leon Hail
  Benson Haynes Horton Miles Lyons Pham Graves Bush Thornton Wolfe Warner Cabrera McKinney Mann Zimmerman Dawson Lara Fletcher Page
  McCarthy Love Robles Cervantes Solis Erickson Reeves Chang Klein Salinas Fuentes Baldwin Daniel Simon Velasquez Hardy Higgins
  Aguirre Lin Cummings Chandler Sharp Barber Bowen Ochoa Dennis Robbins Liu Ramsey Francis Griffith Paul Blair OConnor Cardenas
  Pacheco Cross Calderon Quinn Moss Swanson Chan Rivas Khan Rodgers Serrano Fitzgerald Rosales Stevenson Christensen Manning Gill
  Curry McLaughlin Harmon McGee Gross Doyle Garner Newton Burgess Reese Walton Blake Trujillo Adkins Brady Goodman Roman Webster
  Goodwin Fischer Huang Potter Delacruz Montoya Todd Wu Hines Mullins Castaneda Malone Cannon Tate Mack Sherman Hubbard Hodges Zhang
  Guerra Wolf Valencia Saunders Franco Rowe Gallagher Farmer Hammond Hampton Townsend Ingram Wise Gallegos Clarke Barton Schroeder
  Maxwell Waters Logan Camacho Strickland Norman Person Colon Parsons Frank Harrington Glover Osborne Buchanan Casey Floyd Patton
  Ibarra Ball Tyler Suarez Bowers Orozco Salas Cobb Gibbs Andrade Bauer Conner Moody Escobar McGuire Lloyd Mueller Hartman French
  Kramer McBride Pope Lindsey Velazquez Norton McCormick Sparks Flynn Yates Hogan Marsh Macias Villanueva Zamora Pratt Stokes Owen
  Ballard Lang Brock Villarreal Charles Drake Barrera Cain Patrick Pineda Burnett Mercado Santana Shepherd Bautista Ali Shaffer Lamb
  Trevino McKenzie Hess Beil Olsen Cochran Morton Nash Wilkins Petersen Briggs Shah Roth Nicholson Holloway Lozano Rangel Flowers
  Hoover Short Arias Mora Valenzuela Bryan Meyers Weiss Underwood Bass Greer Summers Houston Carson Morrow Clayton Whitaker Decker
  Yoder Collier Zuniga Carey Wilcox Melendez Poole Roberson Larsen Conley Davenport Copeland Massey Lam Huff Rocha Cameron Jefferson
  Hood Monroe Anthony Pittman Huynh Randall Singleton Kirk Combs Mathis Christian Skinner Bradford Richard Galvan Wall Boone Kirby
`);

export const OLD_SURNAMES = words(`
  Abercromby Acland Addington Ainsworth Aldridge Allardyce Ashburnham Astley Atherton Baldock Bampfylde Baring Barrington Bathurst
  Beauchamp Bellingham Bentinck Berkeley Bethell Blackwood Blount Boscawen Bouverie Bowyer Bridgeman Brougham Brudenell Buxton
  Cadogan Calthorpe Carew Cavendish Cecil Chetwynd Chichester Cholmondeley Clavering Clifford Clinton Coke Compton Conyers Cornwallis
  Courtenay Cowper Craven Curzon Dalrymple Dashwood Davenport Denison Devereux Digby Disney Dormer Drummond Duckworth Dundas Dymoke
  Eden Egerton Elphinstone Erskine Fairfax Fane Fazakerley Fiennes Finch Fitzroy Foljambe Fortescue Gascoigne Gage Gower Grenville
  Greville Grosvenor Hanbury Harcourt Hardinge Hastings Hatherton Heathcote Herbert Hervey Hesketh Hobart Holland Hotham Howard Hulse
  Jermyn Kemeys Keppel Kerr Knatchbull Lambton Lascelles Leveson Liddell Lygon Lyttelton Mainwaring Manners Massingberd Maynard
  Molyneux Monckton Montagu Mordaunt Mostyn Musgrave Napier Neville Noel Onslow Osborne Paget Pakenham Palgrave Parnell Peel Pelham
  Percy Petre Phelips Pitt Pleydell Plunkett Ponsonby Popham Powlett Pulteney Radcliffe Rawdon Ridley Rolle Rous Rushout Russell
  Sackville Saltmarsh Savile Scrope Seymour Shuckburgh Sidney Somerset Spencer Stanhope Stanley Stapleton Strangways Sturt Sydenham
  Talbot Temple Thynne Tollemache Townshend Trefusis Trelawny Trevelyan Trevor Tufton Twisden Vane Vavasour Verney Vernon Villiers
  Waldegrave Walpole Warrender Wentworth Wilbraham Willoughby Windham Wodehouse Wrottesley Wyndham Wynne Yelverton Yorke Zouche
  Smith Jones Williams Taylor Davies Brown Evans Wilson Thomas Roberts Johnson Lewis Walker Robinson Wood Thompson White Watson Jackson
  Wright Green Harris Cooper King Lee Martin Clarke James Morgan Hughes Edwards Hill Moore Clark Harrison Scott Young Morris Hall Ward
`);

export const TAIL_STARTS = words(`
  Ab Al Am An Ar Ash Bal Bar Bau Beck Bel Ber Bick Bjor Blan Bor Bran Brink Bruck Burk Cal Car Cas Cath Chal Cor Cul Dal Dan Deck Del
  Den Dob Don Dor Drei Eb Eck Ehr Eis El En Er Fal Far Feld Fen Fer Fitz Fol Fred Gal Gar Ger Gold Gott Gra Gul Had Hag Hal Han Har
  Heb Hel Her Hin Hof Hol Hor Hum Is Jab Jan Jor Kal Kam Kar Kas Kel Ker Kin Kirch Klin Kol Kor Kow Kra Kru Kul Lan Lar Leb Len Lich
  Lin Lob Lor Lud Mac Mal Man Mar Mat Mel Mer Mil Mol Mon Mor Nad Nar Neu Nor Nov Ob Ol Or Os Pal Pan Par Pas Pel Per Pet Pol Por Pos
`);

export const TAIL_ENDS = words(`
  bach baum beck berg berger bert bin born bourne brand bridge bury by chek cott croft dal den der dorf dson ek ell elli eman enko er
  eri ersen eson ette ey feld field ford gard gate gren ham hart haus heim hoff holm hurst ian ich ier ikov ing ini ino ins iski itz
  kamp kin kowski land lein ler ley lin lock lund man mann mark mayer mere mont more nell ner ney nick nik ock off olas oni orski
  oso ott ovic owicz quist rath reich ridge rick ring rup ruth sby schi sen ser shaw sky son stad stein ster ston strom tel ter thal
`);

function words(text: string): readonly string[] {
  return [...new Set(text.trim().split(/\s+/))];
}
