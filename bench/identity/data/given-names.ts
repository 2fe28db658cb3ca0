/**
 * Given names, the commonest first. Public facts: the rankings that the United States' Social
 * Security Administration, the Office for National Statistics and parish registers publish.
 */

export const MEN = words(`
  James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul
  Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry
  Justin Scott Brandon Benjamin Samuel Gregory Alexander Frank Patrick Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry
  Douglas Zachary Peter Kyle Noah Ethan Jeremy Walter Christian Keith Roger Terry Austin Sean Gerald Carl Harold Dylan Arthur
  Lawrence Jordan Jesse Bryan Billy Bruce Gabriel Joe Logan Albert Willie Alan Eugene Russell Vincent Philip Bobby Johnny Bradley
  Roy Ralph Randy Louis Juan Carlos Luis Victor Martin Ernest Phillip Todd Craig Stanley Leonard Nathaniel Manuel Rodney Curtis
  Norman Marvin Allen Glenn Jeffery Travis Jeff Chad Jacob Melvin Alfred Francis Antonio Edwin Eddie Ricardo Alejandro Javier
  Fernando Miguel Angel Hector Raul Ramon Jorge Mario Sergio Eduardo Roberto Francisco Pedro Julio Cesar Armando Andres Oscar
  Theodore Clifford Bernard Wayne Clarence Leroy Frederick Lee Joel Dean Dale Darren Ivan Neil Duane Wesley Dwayne Gordon Shawn
  Cody Derek Dustin Corey Brett Marcus Lucas Isaac Mason Liam Oliver Elijah Aiden Caleb Hunter Owen Luke Connor Evan Gavin Colin
  Grant Spencer Trevor Chase Blake Seth Marshall Simon Calvin Leon Edgar Hugh Lloyd Clyde Herbert Howard Warren Chester Milton
  Wallace Oliver Leo Max Felix Oscar Hugo Omar Ali Ahmed Mohammed Hassan Ibrahim Raj Amit Sanjay Vikram Arjun Wei Ming Hiroshi Kenji
  Minh Duc Dmitri Igor Sergei Boris Pavel Andrei Stefan Jan Piotr Marek Luca Marco Giovanni Pierre Jean Luc Andre Claude Lars Erik
  Sven Nils Tariq Yusuf Kwame Kofi Jamal Tyrone Darnell Deshawn Malik Desmond Reginald Cedric Terrence Maurice Jerome Andre Xavier
`);

export const WOMEN = words(`
  Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily
  Donna Michelle Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda
  Pamela Emma Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine Maria Heather Diane Ruth Julie Olivia
  Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith Megan Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Ann
  Sara Madison Frances Kathryn Janice Jean Abigail Alice Julia Judy Sophia Grace Denise Amber Doris Marilyn Danielle Beverly
  Isabella Theresa Diana Natalie Brittany Charlotte Marie Kayla Alexis Lori Rose Wanda Tiffany Kathy Tammy Crystal Phyllis Lillian
  Robin Tracy Dawn Rita Edith Ellen Florence Eleanor Peggy Bonnie Connie Gail Josephine Juanita Anita Emma Rosa Carmen Esther
  Pauline Leslie Valerie Monica Erin Sheila Sherry Sally Norma Thelma Lucille Marjorie Elaine Vanessa Yolanda Veronica Jill Erica
  Geraldine Lauren Joanne Suzanne Alicia Yvonne Annette Leah Beatrice Bernice Audrey Melanie Vivian Stacy Loretta Claire Regina Sue
  Jane Jeanne Ana Guadalupe Luz Alma Silvia Irma Dolores Elena Lucia Adriana Gabriela Daniela Mariana Sofia Valentina Camila Mia Ava
  Chloe Zoe Lily Ella Avery Harper Aria Layla Nora Hazel Violet Stella Lucy Aurora Savannah Brooklyn Bella Skylar Paisley Ellie
  Priya Anjali Deepa Sunita Mei Ling Yuki Keiko Linh Thuy Olga Natasha Svetlana Tatiana Irina Agnieszka Katarzyna Ewa Giulia
  Francesca Chiara Amelie Camille Genevieve Colette Ingrid Astrid Freya Sigrid Fatima Aisha Layla Zainab Maryam Latoya Keisha
  Tamika Shanice Ebony Imani Aaliyah Jasmine Destiny Autumn Summer Paige Brooke Sydney Morgan Taylor Mackenzie Bailey
`);

export const BRITISH = words(`
  Oliver George Arthur Noah Muhammad Leo Oscar Harry Archie Jack Henry Charlie Freddie Theodore Alfie Jacob Theo Thomas Isaac Joshua
  James William Logan Ethan Lucas Max Mason Harrison Finley Alexander Edward Sebastian Jayden Reuben Dylan Zachary Caleb Gabriel
  Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie Emily Ella Evelyn
  Phoebe Evie Charlotte Harper Millie Matilda Maisie Sophie Emma Darcy Lola Erin Jessica Scarlett Ruby Alice Lucy Eva Isabelle Elizabeth
  Annabelle Thea Bella Robyn Amber Beatrice Holly Jasmine Eleanor Penelope Nancy Lottie Orla Aria Aisha Zara Bonnie Francesca
  Stanley Louie Albie Ronnie Teddy Jude Hugo Rory Elliot Luca Tommy Roman Bobby Felix Jackson Blake Ezra Jesse Ralph Nathan Kai Toby
`);

export const OLD_MEN = words(`
  William John Thomas George James Henry Charles Robert Edward Richard Joseph Samuel Francis Frederick Arthur Alfred Walter Albert
  David Benjamin Alexander Daniel Hugh Philip Edmund Ralph Matthew Peter Nicholas Stephen Anthony Christopher Andrew Nathaniel
  Ambrose Horace Augustus Ernest Herbert Percy Reginald Harold Cecil Sidney Stanley Leonard Cuthbert Gilbert Roger Simon Isaac Jacob
  Abraham Jonathan Joshua Michael Patrick Laurence Lancelot Theophilus Zachariah Obadiah Jeremiah Josiah Ebenezer Elijah Archibald
  Duncan Donald Kenneth Malcolm Evan Owen Rhys Lewis Griffith Humphrey Bartholomew Gregory Martin Oliver Rowland Godfrey Geoffrey Guy
`);

export const OLD_WOMEN = words(`
  Mary Elizabeth Anne Sarah Jane Margaret Catherine Eleanor Frances Dorothy Alice Ellen Emma Charlotte Harriet Caroline Louisa
  Isabella Emily Florence Edith Ada Agnes Beatrice Constance Georgiana Augusta Martha Hannah Rebecca Susanna Judith Rachel Ruth
  Lucy Julia Matilda Amelia Rose Maud Gertrude Mabel Winifred Ethel Hilda Evelyn Olive Vera Marjorie Katherine Bridget Barbara
  Philippa Cecilia Joan Grace Esther Frances Maria Sophia Theodora Wilhelmina Christina Honor Ursula Millicent Rosamund Sybil
`);

export const AUSTRALIAN = words(`
  joshua lachlan thomas jack william james matthew samuel daniel nicholas benjamin luke jacob alexander harrison liam ethan riley
  isabella emily chloe jessica georgia sophie olivia hannah emma sarah ella grace charlotte mia lucy caitlin holly isabelle abbey
  kayla alexandra madison brianna amber jasmine zoe tahlia lily ruby samantha paige molly eliza brooke erin hayley kiera teagan
  connor dylan jayden mitchell jordan cooper bailey max oliver noah hamish angus finn tyler ryan zachary patrick jake cameron kyle
  blake caleb jarrod declan joel nathan kane brodie logan hugo darcy flynn tristan brayden mackenzie xavier sebastian marcus callum
`);

function words(text: string): readonly string[] {
  return [...new Set(text.trim().split(/\s+/))];
}
