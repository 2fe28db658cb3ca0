/**
 * Spanish, Portuguese, French, Italian, German, Dutch, Scandinavian, Slavic, Irish, Arabic and Jewish given names, their
 * short forms, and the English ones that immigrants' papers put in their place, without accents.
 * Circles of names between bars; written for this project from public facts (dictionaries of names).
 */
export const WORLD_NICKNAMES = `
  abelardo lalo abel | adriana nana ady | agustin tin agus | alberto beto berto tito al | alejandro alex ale jandro alejo sandro |
  alejandra ale alex jandra sandra | alfonso poncho fonso alfo al | alfredo fredo alf fred freddy | alicia licha ali | ana anita anna |
  andres andy andi andrew | angel gelo angelo | antonio tono tony toni nino anton antony | armando mando | arturo turo art arthur |
  beatriz bea betty | benito beni benny | bernardo nardo bernie berna | carlos charly carlitos charlie calin |
  carmen carmela carmelita menchu | carolina caro lina | catalina cata lina | cesar cesarin | concepcion concha conchita connie |
  consuelo chelo consu connie | cristian cris | cristina cris tina | cristobal cris tobal | daniela dani | diego dieguito |
  dolores lola lolita loli dolly | domingo mingo | eduardo lalo edu eddie ed | elena nena lena | emilio milo emi | encarnacion encarna |
  enrique kike quique henry rick | ernesto neto ernie | esperanza espe | esteban steve estebi | eugenio gene geno |
  federico fede freddy lico | felipe pipe lipe phil | fernando nando fer fernie |
  francisco paco pancho frank cisco kiko curro fran frankie quico | francisca paca paquita fran panchita | gabriela gaby gabi |
  gerardo gera jerry | gonzalo gonza chalo | graciela chela | gregorio goyo greg | guadalupe lupe lupita pita |
  guillermo memo guille willy bill william | gustavo gus tavo | hector tito | hernan nan | humberto beto berto | ignacio nacho |
  ines agnes | isabel isa chabela chavela isabela | ismael isma | jaime jim james | javier javi xavier | jesus chuy chucho |
  joaquin quino quin | jorge coque george | jose pepe chepe joe pepito che josep | josefa pepa pepita fina | josefina fina pepa josie |
  juan juanito john juancho | juana juanita | julio julito | laura lau | leonardo leo nardo | leticia lety leti letty | lorenzo lencho |
  lourdes lulu | luis lucho lou luisito | luisa lucha isa | manuel manny manolo lolo manu | marcos marco mark |
  margarita rita marga mago maggie | maria mari mary marucha | mariana mari nana | mario mayito | mauricio mau mauro |
  mercedes meche merche | miguel mike mickey migue | monica moni | nicolas nico nick colas | octavio tavo | oscar oscarito |
  pablo paul pablito | patricia paty pati | pedro pete perico peter | pilar pili | rafael rafa ralph | ramon moncho mon ray |
  raul rulo | ricardo rick ricky richard cayo | roberto beto rob robert berto bobby | rodolfo rudy fito | rodrigo rodri rigo |
  rogelio roger | rosario chayo charo | rosa rosita rose | ruben ben | salvador chava sal salva | santiago santi chago jim |
  sebastian seba | sergio checo | soledad sole | teresa tere teresita | tomas tommy tom | veronica vero | vicente vince chente |
  victor vito | victoria vicky toya | yolanda yoli | joao john | joaquim quim | guilherme gui | henrique rique | adelaide adele |
  alain al | alexandre alex | amelie amy | andre andrew | antoine tony toine | benoit ben | bernadette bernie | bertrand bert |
  catherine cathy | chantal chan | claude claud | daniele dani | dominique dom | edouard ed eddy | elisabeth babette lise elise |
  emmanuel manu | etienne steve | francois frank fanfan franck | francoise fran | frederic fred | genevieve gen ginette viviane |
  georges george | gerard gege | guillaume guy will bill willy | guy guido | henri henry riton | jacques jack jim jacquot |
  jean john jeannot | jean-pierre jp | jean-paul jp | jean-claude jc | jean-francois jf | jeanne jeannette | laurent laurie larry |
  leon leo | louis loulou | luc luke | marguerite margot maggie | marcel marc | mathieu mat | matthieu mat matt | maxime max |
  michel mike mimi mich | nathalie nat | nicolas nico | olivier oli | pascal pasc | philippe phil | pierre pete pierrot peter |
  raphael raph | rene ren | stephane steph | sylvain syl | sylvie syl | therese tete | thierry titi | veronique vero | vincent vince |
  xavier xav | yves ives | alessandro sandro alex ale | antonella nella | bartolomeo bart meo | domenico mimmo dom nick |
  elisabetta betta elisa | francesco franco frank cecco checco | francesca franca fran | giacomo jack jim mino | gianluca luca |
  giovanni gianni nino john vanni | giovanna gianna vanna | giulia giuly | giuseppe beppe peppe pino joe joseph peppino |
  giuseppina pina giusy | guglielmo memmo william | lorenzo renzo enzo | luigi gigi lou gino | maddalena lena | margherita rita |
  michele mike | nicola nico nick | pasquale pat lino | pietro piero pete peter | raffaele lello raf | salvatore sal toto turi sam |
  vincenzo enzo vince vinny | vito victor | adolf dolf adolph | albrecht al | andreas andi andy andrew | bernhard bernd |
  christoph chris | dieter dietrich | elisabeth elsa lisa liesl ilse else lisbeth | friedrich fritz fred fredi | georg jorg george |
  gerhard gerd | gottfried gotz | gunther gunter | hans johann johannes john hannes hansi | heinrich heinz heini hein henry heiner |
  helmut helm | ingeborg inge | joachim jochen achim | jakob jacob | johann johan john hans | josef sepp joe joseph |
  karl carl charles charlie | katharina kathe kati katrin | klaus nikolaus claus nick | konrad kurt conrad | leonhard leo hardl |
  ludwig lutz louis | magdalena lena magda leni | margarethe grete gretel greta margarete | maria mitzi mizzi | maximilian max maxi |
  michael michel michi | sebastian basti wastl | stefan stephan steffen | theodor theo | theresia resi | therese resi | ulrich uli |
  ulrike uli ulla | walther walter | wilhelm willi willy will bill william | wolfgang wolf | cornelis kees cor case neil |
  dirk derrick | hendrik henk rik henry | jan johannes john johan | jacobus koos jaap cobus | pieter piet pete peter |
  willem wim william bill | gerrit gerard | anders andy andrew | bjorn bear | erik eric | gustav gus gosta | johan john |
  kristian chris | kristoffer chris | lars larry lasse | magnus mans | margareta greta | mikkel mike | nils nels nicholas |
  olaf ole olav olof | par per peter peder | soren severin | sven swen | aleksandr sasha alex sanya shura alexander aleksander |
  aleksandra sasha shura alexandra | aleksey alyosha lyosha alex alexei aleksei | anastasia nastya | anatoly tolya |
  andrei andrey andrew andriy | andrzej andrew andy jedrek | anna anya ania nyura | boleslaw bolek | boris borya | czeslaw chester |
  daria dasha | dmitri dima mitya dmitry dmitriy dmytro jim | ekaterina katya kate catherine yekaterina |
  elena lena elene yelena helen | elzbieta ela elizabeth | eugeniusz gene | evgeny zhenya eugene evgeni yevgeny |
  fyodor fedya theodore fedor | galina galya | grigory grisha gregory | grzegorz greg grzes | henryk henry heniek | igor gosha |
  irina ira | ivan vanya john | jadwiga jadzia hedwig | jan janek john jasiu | jerzy jurek george jerry | jozef joe joseph juzek |
  kazimierz kazik casimir casey | katarzyna kasia kate | konstantin kostya | krzysztof krzys chris christopher | leonid lyonya |
  lyudmila lyuda mila luda ludmila | maciej maciek matt | malgorzata gosia margaret malgosia | maria masha marusya mary marysia |
  mateusz matt | michal mike michael misiek | mikhail misha mike michael mykhailo | mykola nicholas kolya |
  natalia natasha natalya nata | nadezhda nadia nadya | nikolai kolya nick nikolay | oksana ksenia | oleksandr sasha alex olexandr |
  olga olya | pavel pasha paul pavlo | pawel paul | pyotr petya peter petro | piotr peter piotrek pete | roman roma |
  ryszard rysiek richard | sergei seryozha serge sergey serhiy | sofia sonya sofya | stanislaw stan staszek stas stash |
  stanislav stas stan slava | svetlana sveta lana | tadeusz tadek ted thaddeus | tatiana tanya tania tatyana | tomasz tom tomek |
  valentina valya val | vasily vasya basil vasiliy vasyl | viktor vitya victor | vladimir vova volodya vlad vladi walter volodymyr |
  vladislav vlad slava | waclaw wally | wieslaw wiesiek | wladyslaw walter wladek | wojciech wojtek al adalbert | yulia yulya julia |
  yuri yura george yuriy | zbigniew zbyszek | zofia zosia sophie | antonin tonda tony | bohumil bob | frantisek frank |
  jaroslav jarda jerry | jiri jirka george | josef pepa | katerina katka | vaclav vasek wenceslas james | dragan drago |
  djordje george | jovan john | marija mary | milorad milo | nikola nick niko | stjepan stipe steve | janos john jancsi |
  istvan steve pista stephen | jozsef joe joseph | erzsebet elizabeth bozsi | ferenc frank feri | gyorgy george gyuri |
  laszlo les laci leslie | sandor alex alexander | katalin kati | aindreas andrew | bridie brigid bridget | caoimhe keeva |
  diarmuid dermot jeremiah | eoghan owen eugene | maire mary maura moira | micheal michael | padraig patrick pat paddy |
  seamus james shamus jim | sean shawn shaun | siobhan joan chevonne | ahmed ahmad | abdullah abdul | abdul abdel | ali aly |
  fatima fatma fatimah | hassan hasan | hussein hussain husain | ibrahim abraham ebrahim ibro | ismail ismael | khadija khadijah |
  mahmoud mahmud | mustafa moustafa | omar umar | sayed syed said | yousef yusuf joseph youssef yousuf | zainab zaynab |
  avraham abraham avi abe | binyamin benjamin ben benny | chaim hyman | chana hannah anna | dovid david | esther etty |
  moshe moses moe | rivka rebecca | shmuel samuel sam | shlomo solomon | yaakov jacob yankel jack | yehuda judah | yitzchak isaac |
  yosef joseph yossi | konstantinos gus dean costas kostas | dimitrios jim jimmy dimitri | georgios george yiorgos |
  ioannis john yanni yiannis | panagiotis peter pete takis | vasilios bill billy vasili basil | athanasios tom tommy thanasi |
  stavros steve | nikolaos nick nikos | eleni helen elaine | efthimios tim | spyridon spiro | theodoros ted theo | christos chris
`;
