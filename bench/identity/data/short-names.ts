/**
 * What people with a given name are called. Kept apart from the product's own list on purpose
 * (it is shorter and knows some the product may not), so that a benchmark does not mark its own homework.
 */
export const SHORT_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  `
  James Jim Jimmy Jamie|John Jack Johnny Jon|Robert Bob Rob Bobby Robbie|Michael Mike Mick Mikey|William Bill Will Billy Liam Willie
  David Dave Davey|Richard Rick Dick Rich Richie|Joseph Joe Joey|Thomas Tom Tommy|Charles Chuck Charlie Chas|Christopher Chris Kit Topher
  Daniel Dan Danny|Matthew Matt|Anthony Tony|Donald Don Donnie|Steven Steve|Stephen Steve|Andrew Andy Drew|Joshua Josh|Kenneth Ken Kenny
  Timothy Tim|Ronald Ron Ronnie|Edward Ed Eddie Ted Ned|Jeffrey Jeff|Jacob Jake|Nicholas Nick|Jonathan Jon|Benjamin Ben Benny
  Samuel Sam Sammy|Gregory Greg|Alexander Alex Sandy Xander|Patrick Pat Paddy|Raymond Ray|Dennis Denny|Gerald Jerry Gerry
  Lawrence Larry|Theodore Ted Teddy Theo|Frederick Fred Freddie Fritz|Francis Frank Fran|Philip Phil|Phillip Phil|Vincent Vince Vinny
  Nathaniel Nate Nat|Nathan Nate|Zachary Zach Zack|Leonard Len Lenny|Eugene Gene|Albert Al Bert|Alfred Al Fred Alf|Harold Hal Harry
  Henry Harry Hank|Arthur Art Artie|Walter Walt Wally|Douglas Doug|Stanley Stan|Ernest Ernie|Clifford Cliff|Frances Fran Fanny
  Jose Pepe|Francisco Paco Pancho Frank|Antonio Tony Tono|Manuel Manny Manolo|Eduardo Eddie Lalo|Roberto Beto|Guadalupe Lupe
  Jesus Chuy|Alejandro Alex|Fernando Nando|Ricardo Rick|Miguel Mike|Rafael Rafa|Dmitri Dima|Sergei Serge|Ivan Vanya|Mohammed Mo
  Elizabeth Liz Beth Betty Betsy Lizzie Eliza Lisa|Margaret Maggie Peggy Meg Marge Daisy Greta|Katherine Kate Kathy Katie Kit
  Catherine Cathy Kate Cate|Kathleen Kathy Kate|Kathryn Kathy Kate|Patricia Pat Patty Trish Tricia|Jennifer Jen Jenny|Barbara Barb Babs
  Susan Sue Susie|Jessica Jess Jessie|Deborah Deb Debbie|Rebecca Becky Becca|Cynthia Cindy|Christina Chris Tina Christy
  Christine Chris Chrissy|Victoria Vicky Tori|Samantha Sam|Amanda Mandy|Stephanie Steph|Pamela Pam|Sandra Sandy|Dorothy Dot Dottie Dolly
  Virginia Ginny Ginger|Theresa Terry Tess|Teresa Terry Tess|Judith Judy|Jacqueline Jackie|Madeline Maddie|Abigail Abby|Eleanor Ellie Nell Nora
  Josephine Jo Josie|Isabella Bella Izzy|Charlotte Lottie Charlie|Alexandra Alex Sandra|Angela Angie|Nancy Nan|Mary Molly Polly Mamie
  Sarah Sally Sadie|Ann Annie Nan|Anne Annie Nancy|Florence Flo Flossie|Harriet Hattie|Caroline Carrie Caro|Louisa Lou Lulu|Emily Em Emmy
  Martha Patty Mattie|Matilda Tilly Maud|Gertrude Gertie Trudy|Winifred Winnie|Georgiana Georgie|Augusta Gussie|Philippa Pippa
  George Geo Georgie|Archibald Archie|Reginald Reg Reggie|Bartholomew Bart|Augustus Gus|Nathaniel Nat|Edmund Ned Ted|Humphrey Humph
  Oliver Ollie|Alfie Alf|Freddie Fred|Sebastian Seb|Olivia Liv|Isabelle Izzy|Gabriel Gabe|Harrison Harry|Muhammad Mo|Theodore Theo
  joshua josh|nicholas nick|samuel sam|benjamin ben|matthew matt|alexander alex|lachlan lachie|isabella bella|jessica jess|olivia liv
`
    .split(/[|\n]/)
    .map((line) => line.trim().split(/\s+/))
    .filter(([name]) => name !== undefined && name !== '')
    .map(([name = '', ...short]): [string, readonly string[]] => [name, short]),
);
