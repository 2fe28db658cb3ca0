/**
 * English given names and what their bearers are called, circles of names between bars: any two
 * of a circle may be one person. Written for this project from public facts: dictionaries of given
 * names, genealogical societies' lists of short forms, and the abbreviations of parish registers
 * and censuses (Wm, Geo, Chas, Jno, Thos).
 */
export const ENGLISH_NICKNAMES = `
  aaron ron ronnie | abigail abby abbie abbey gail nabby | abraham abe abram bram | ada addie | adam ad addy |
  adelaide addie heidi della ada adele | adrian ade | agatha aggie | agnes aggie nessie nessa inez | aiden aidan | alan al allan allen |
  albert al bert bertie alby albie | alexander alex alec al sandy xander lex zander alick sawney sasha |
  alexandra alex alexa lexi lexie sandra sandy sasha alix | alexis alex lexi lexie | alfred al alf alfie fred freddie alfd |
  alice allie ally elsie lisa | alison ali allie ally allison allyson alyson | allen al alan allan | alphonso al fonzie alphonse |
  alvin al | amanda mandy manda | ambrose brose | amelia millie amy mel mia emmie | amy aimee |
  anastasia stacy stacey ana tasia stasia | andrew andy drew andw dru | andrea andie drea | angela angie ange angel |
  angelina lina angie | ann anne anna annie nan nancy nanny nana hannah ana anny | annabel bella anna belle annabelle |
  annette annie nettie netta | anthony tony ant anth anty anton | antoinette toni nettie tony netta ann | antonia toni tonia |
  archibald archie arch archy baldy archd | arlene arly lena | arnold arnie arn | arthur art artie arty arth | ashley ash |
  aubrey bree | audrey audie dee | augustine gus austin august augie | augustus gus augie august gussie | augusta gussie gus aggie |
  barbara barb barbie babs bobbie babbie | barnabas barney barnaby | barry baz | bartholomew bart barty bat bartlett barth | basil baz |
  beatrice bea trixie bee beattie beatrix | belinda bel linda lindy | benedict ben bennet | benjamin ben benny benji benj bennie jamin |
  bernadette bernie berny detta | bernard bernie barney berny barnard | bertha bertie birdie | bertram bert bertie |
  beverly bev beverley | bonita bonnie | bradley brad | brandon bran brand | brenda bren | brendan bren | brian bryan bryon bri bryant |
  bridget bridie biddy brigid delia bridgit | brittany britt brit brittney | burton burt | caleb cal cale | calvin cal vin |
  cameron cam ron | camilla cammie millie camille milla | carl karl | carol carrie caro carole carroll |
  caroline carrie carol caro lina callie carolina carolyn caddie | carolyn carrie lynn caroline lyn |
  cassandra cass cassie sandra sandy |
  catherine cathy kate cate cat kathy katie kitty cathie katy kay trina katherine kathryn catharine cath |
  cecilia cece celia cissy cecily sis cecelia | cedric ced rick | charles charlie chuck chas chaz chad carl charley chick chs |
  charlotte lottie charlie lotta char carlotta lotty | chester chet | christian chris christy |
  christina chris tina chrissy christy kristina christine xtina chrissie |
  christine chris chrissy tina christy chrissie kristine christina teenie |
  christopher chris kit topher christy xpher chrisr christoph kris | clara clare clair claire | clarence clare clarry |
  clarissa clara clare rissa | claudia claud | clayton clay | clement clem | clementine clem clemmie | clifford cliff clif |
  clifton cliff clif | clinton clint | constance connie con | cordelia delia cordy | cornelius neil con connie corny neely nelly |
  cornelia nelia nell corny | courtney court | craig crag | crystal chris crys krystal | curtis curt kurt |
  cynthia cindy cyndi cyn cindi cindie | cyrus cy | daisy margaret maisie | dale dal | daniel dan danny dannie danl |
  danielle dani danny elle | daphne daph | darlene darla lena | david dave davey davy davie | dawn dawnie | deanna dee ann anna deana |
  deborah deb debbie debby debra debora | debra deb debbie debby deborah | delores dee lola dolly lolly dolores |
  denise dee denny niecy | dennis den denny dennie | derek del rick derrick | desmond des dez | diana di diane dianne dee |
  diane di diana dianne | dominic dom nick nicky dominick | donald don donnie donny donn dond | donna donnie |
  dora theodora dorie dorothea | doris dorrie dot | dorothy dot dottie dolly dory dorothea dodie dorthy | douglas doug dougie douglass |
  duncan dunc | dustin dusty | dwight ike | ebenezer eben eb | edgar ed eddie ned | edith edie eda edy edyth |
  edmund ed eddie ned ted edm eamon | edna eddie | edward ed eddie ned ted teddy edw eddy ward edwd | edwin ed eddie win ned |
  eileen ellie helen aileen | elaine lainie ellie helen |
  eleanor ellie nell nellie nora ella elle elinor lenore leonora norah eleanora | elias eli | elijah eli lige | elisha eli lish |
  eliza liza elizabeth lizzie |
  elizabeth liz beth betty betsy lizzie eliza lisa libby bess bessie elsie lisbeth liza betsey elspeth eliz elisabeth lizzy ellie bet elisa tetty |
  ellen nell nellie ellie helen elena nelly | elliott eli elliot | ellsworth elly | elmer el | elsie elsa elizabeth |
  elvira elvie vira | emily em emmy emma millie emmie milly | emma em emmy emmie | emmanuel manny manuel | ephraim eph |
  eric rick ricky erik | ernest ernie ern erny earnest | estelle stella essie | esther essie hester hetty ester | ethel effie |
  eugene gene | eugenia genie gena | eunice nicie | evan ev ivan | evangeline eva evie angie vangie | eve eva evie |
  evelyn eve evie ev evelina lyn | ezekiel zeke ez | ezra ez | faith fay faye | felicia fel lisha felicity | felicity fliss flick |
  ferdinand ferdie fred nando | florence flo florrie flossie flora | frances fran franny fanny frankie francie fannie sis cissy |
  francis frank fran frankie franny francie franc fras | franklin frank |
  frederick fred freddie fritz freddy rick fredk frederic fredrick | frederica freddie frieda rica | gabriel gabe gab gabby |
  gabrielle gabby gabi elle brie | garrett gary garry | geoffrey geoff jeff jeffrey jeffery | george geo georgie geordie jorge dod |
  georgina georgie gina georgia georgiana georgianna | gerald gerry jerry ger gerard | geraldine gerry jerry geri |
  gerard gerry jerry gerald | gertrude gertie trudy gert trudie | gideon gid | gilbert gil bert gib | gillian gill jill gilly jillian |
  gloria glory | gordon gord gordie | grace gracie | gregory greg gregg gregor | gretchen margaret greta | griffith griff |
  guadalupe lupe lupita | gwendolyn gwen wendy gwenda gwendolen | hannah ann anna hanna nan | harold harry hal harrold |
  harriet hattie harry hatty harriett | harrison harry | harvey harv | heather heath hettie |
  helen nell nellie ellen ellie lena nelly ella helena | helena lena helen nell elena | henrietta etta hetty hattie henri hennie retta |
  henry harry hank hal heny hen | herbert herb bert herbie bertie | herman herm manny | hester hetty esther | hezekiah hez |
  hilary hil | hiram hi | horace horry | hortense tensie | howard howie ward hal | hubert hugh bert hub | hugh hughie hubert huey hew |
  humphrey humph | ignatius iggy nace | immanuel manny | ira ire | irene rena renie | irving irv irvin | isaac ike zac |
  isabel bella izzy belle isabella isabelle tibby ibby isbel ishbel | isabella bella izzy isabel belle ella isa izzie isobel |
  isaiah ike zay | israel izzy | jacob jake jakob jacobus cob coby jac | jacqueline jackie jacky jacquie jaclyn |
  james jim jimmy jamie jas jimmie jem jamey jay | jane janie jenny jennie jayne | janet jan jenny nettie | janice jan |
  jason jay jase | jasper jas | jean jeannie jane jeanie | jeanette jean nettie jeannette | jedediah jed | jefferson jeff |
  jeffrey jeff geoff jeffery geoffrey | jemima mima jem | jennifer jen jenny jenn jenni jennie | jeremiah jerry jere jer jeremy |
  jeremy jem jerry jez | jerome jerry | jessica jess jessie | jesse jess | jill gill gillian | joan joanie joanne jo |
  joanna jo joan jody joanne | joanne jo joan joann | jocelyn joss lyn | joel joe |
  john jack johnny jno jon johnnie jock jhn jackie johny | jonathan jon jonny jonath johnathan nathan jonty | jordan jordy jory |
  joseph joe joey jos jo josh jody | josephine jo josie joey fina jozie | joshua josh jos | josiah si joe josh | joyce joy |
  judith judy judi jude | judah jude | julia julie jules jill | julian jules jule | juliet julie jules | june junie | justin justy jus |
  karen kari kaz | katherine kate kathy katie kat kay kitty katy kathie catherine kathryn katharine kit kath trina cathy |
  kathleen kathy kate katie kat kay cathleen kath kathie | kathryn kathy kate katie kat kay katherine catherine kathie | keith key |
  kelly kel kelley | kenneth ken kenny kent | kevin kev | kimberly kim kimmie kimberley kimber | kirsten kirsty kiki |
  kristen kris kristy kristin christen | kristina kris tina kristy christina | laura laurie lolly lori lauren |
  lauren laurie ren laura lori | laurence larry laurie lawrence lonnie loren lorne | lavinia vinnie viney |
  lawrence larry lawrie laurie law laurence lon lonny loren | leah lea | lemuel lem | leo leon leonard |
  leonard leo len lenny lennie leon leond | leonora nora lee | leroy roy lee | leslie les lesley | lester les |
  letitia letty tish lettie titia | levi lee | lewis lew lou louis lewie | lillian lil lilly lily lillie lilian | lincoln link linc |
  linda lin lindy lynn lyn | lindsay lin lindsey | lloyd loyd | lois lo | lorenzo renzo larry loren | loretta etta lori retta |
  lorraine lori lorrie rainey | louis lou louie lewis | louisa lou lulu louise lula | louise lou lulu louisa lula | lucas luke luc |
  lucille lucy lu | lucinda cindy lucy lu sinda | lucretia creesy | lucy lu luce lucie lucia | luther lute | lydia liddy lyddie |
  lynn lyn lynette | mabel mae may mab | mackenzie kenzie mac kenz | madeline maddie maddy lena madge madelyn madeleine mady madalyn |
  madison maddie maddy | magdalene lena maggie magda maud | malachi mal | malcolm mal malc | malinda mel linda lindy melinda |
  marcella marcy celia | marcus marc mark |
  margaret maggie peggy meg marge margie daisy greta madge peg rita margo margery marjorie mags maisie meta gretchen margt margret margot mamie maisy |
  margery marge margie marjorie madge | maria mary ria mia marie | marian mary marion marianne | marianne mary marian mimi |
  marie mary mamie maria | marilyn mary lyn marilynn | marion mary | marjorie marge margie marjory jorie | mark marc | marshall marsh |
  martha patty mattie marty patsy matty | martin marty mart marten | marvin marv merv |
  mary molly polly mamie may mae minnie maria marie moll maisie mariah mollie pol | mason mase |
  matilda tilly mattie maud tillie mathilda maude patty | matthew matt mat matty mathew matthias | maureen mo reenie |
  maurice morris mo maury morrie moe | maxine max | maximilian max maxim | maxwell max | megan meg meggie meghan | melanie mel mellie |
  melinda mel linda lindy mindy | melissa mel missy lissa millie lisa | melvin mel | mercedes mercy sadie | meredith merry meri |
  merlin merle | michael mike mick mickey micky mikey mich mitch micah michl | michelle shelly missy micki shell shelley michele |
  mildred millie milly mil | milton milt | millicent millie milly | minerva minnie nervie | miranda randy mandy mira |
  miriam mimi mitzi mary | mitchell mitch | mohammed mo mohamed muhammad mohammad md mohd | monica mona nicky | montgomery monty |
  morgan mo | mortimer mort | moses moe mose | muriel mur | myron ron | nancy nan ann anne nance | naomi omi |
  natalie nat nattie tally natty | natasha tasha nat | nathan nate nat | nathaniel nate nat nathan nath natty than nathl | neil neal |
  nelson nels | newton newt | nicholas nick nicky nic nico nicolas niclas cole nichs | nicole nikki nicky cole nic nicki | noel noelle |
  nora honora norah eleanor | norbert bert norb | norman norm | obadiah obed obie | octavia tavy | oliver ollie noll nolly oli |
  olivia liv livvy ollie livia | orlando roland lanny | oscar ozzie os | oswald oz ozzie ossie | otis otto | pamela pam pammy |
  patience patty pat | patricia pat patty trish tricia patsy tish pattie patti trisha | patrick pat paddy patk rick packy patsy |
  paul paulie pauly | paula polly paulie | pauline paula polly | penelope penny nell pen | percival percy perce | peter pete petey |
  philip phil pip phillip phillips | philippa pippa pip | phillip phil pip philip | phineas phin finn | phoebe pheebs |
  phyllis phyl phillie | preston pres | priscilla cilla prissy pris scilla | prudence prue pru | quentin quin quent |
  rachel rae ray shelly rach rachael | ralph rafe raff | randall randy rand randal | randolph randy dolph rand | raphael rafe ray raph |
  raymond ray | rebecca becky becca beck reba bec rebekah | regina gina reggie | reginald reg reggie rex naldo | reuben rube ben ruben |
  rhoda rodie | richard rick dick rich richie ricky dickie rickey dickon ritchie richd rickie |
  robert bob rob bobby robbie bert robin robby bobbie robt rab rabbie dob | roberta bobbie robbie berta bobby |
  roderick rod roddy rick | rodney rod | roger rodge rodger hodge | roland rollie rolly rowland lanny | ronald ron ronnie ronny |
  rosalind roz ros rosie linda | rosalie rose rosie | rosamund rose roz rosie rosamond | rose rosie rosa | rosemary rose rosie romy |
  rowland rollie roland | rudolph rudy dolph rolf rudolf | rufus rufe | russell russ rusty | ruth ruthie | ryan ry | sabrina brina |
  salvatore sal sally | samantha sam sammy mandy | samson sam | samuel sam sammy saml sammie | sandra sandy alexandra sandie |
  sarah sally sadie sal sara sairey | scott scotty | sebastian seb bas baz bastian | selina lina celina | seth sethie | seymour sy |
  sharon shari shaz | shawn sean shaun | sheila shelly cecilia | sheldon shelly | shirley shirl lee | sidney sid syd sydney | silas si |
  silvester sly syl sylvester vester | simon si sim simeon | solomon sol solly | sophia sophie fia sophy | sophronia phronie |
  spencer spence | stacy stace stacey | stanley stan | stephanie steph stephie stevie | stephen steve steven stevie steph ste stephn |
  steven steve stephen stevie ste | stewart stu stew stuart | stuart stu stew stewart | susan sue susie suzy suzie sukey susanna sukie |
  susanna sue susie susan sukey susannah suzanna sanna | suzanne sue suzy susie suzie | sylvia syl sylvie | sylvester sly syl vester |
  tabitha tabby | tamara tammy tam | terence terry terrance terrence | teresa terry tess tessie tracy tessa resa terri theresa |
  theodore ted teddy theo dore | theodora dora theo thea | theophilus theo |
  theresa terry tess tessa tracy resa terri teresa tessie therese | thomas tom tommy thos tommie thom tam | thomasina tamsin tammy |
  tiffany tiff tiffy | timothy tim timmy timo | tobias toby tobe | travis trav | trevor trev | tristan tris | tyler ty | ulysses lyss |
  uriah ury | ursula ursie sulie | valentine val | valerie val valeria | vanessa nessa van essa | vernon vern |
  veronica ronnie vonnie ronny roni vera nica | victor vic | victoria vicky tori vicki toria vickie queenie |
  vincent vince vinny vin vinnie | viola vi | violet vi lettie | virginia ginny ginger jenny virgie gina |
  vivian viv vivi vivien vivienne | wallace wally | walter walt wally wat walty | warren ren | wayne way | wendy gwendolyn |
  wesley wes | wilbur will bill wil | wilfred will fred wilf bill wilfrid | wilhelmina mina minnie billie willa wilma willie |
  willard will bill | william bill will billy wm willie liam willy billie wil willm bil | willis will bill | winfield field win |
  winifred winnie freda win fred wyn | winston win | woodrow woody drew | yvonne vonnie eve | zachariah zach zack zac zachary zeke |
  zachary zach zack zac zachariah zak | zebulon zeb | zedekiah zed diah
`;
