/**
 * Names of the people who call a mover in North America, by where they come from, each with the ways it gets written.
 * Public facts: naming customs and transliterations. A word with strokes ("mohammed/muhammad/mohamed") is one name in several spellings; an underscore is a blank.
 */
export interface Culture {
  name: 'english' | 'hispanic' | 'vietnamese' | 'korean' | 'arabic' | 'slavic' | 'french';
  /** Share of the customers. */
  weight: number;
  men: readonly string[];
  women: readonly string[];
  surnames: readonly string[];
}

export const CULTURES: readonly Culture[] = [
  {
    name: 'english',
    weight: 52,
    men: words(`james/jim john/jack robert/bob/rob michael/mike william/bill/will david/dave richard/rick/dick joseph/joe thomas/tom
      charles/chuck/charlie christopher/chris daniel/dan matthew/matt anthony/tony donald/don steven/steve paul andrew/andy kenneth/ken
      joshua/josh kevin brian/bryan george edward/ed/ted ronald/ron timothy/tim jason jeffrey/jeff ryan jacob/jake gary nicholas/nick
      eric/erik jonathan/jon stephen/steve larry justin scott brandon benjamin/ben samuel/sam gregory/greg frank alexander/alex raymond/ray
      patrick/pat jack dennis jerry tyler aaron henry/hank douglas/doug peter/pete zachary/zach nathan/nate walter/walt harold/hal kyle
      carl arthur/art gerald/jerry roger keith jeremy terry lawrence/larry sean/shawn christian albert/al austin joe ethan/ethan willie`),
    women:
      words(`mary patricia/pat/patty jennifer/jen/jenny linda elizabeth/liz/beth barbara/barb susan/sue jessica/jess sarah/sara karen lisa
      nancy betty sandra/sandy margaret/maggie/peggy ashley kimberly/kim emily donna michelle carol amanda/mandy melissa/missy deborah/deb/debbie
      stephanie/steph rebecca/becky laura sharon cynthia/cindy dorothy/dot amy kathleen/kathy angela/angie shirley emma brenda pamela/pam
      nicole/nikki anna samantha/sam katherine/kate/kathy/katie christine/chris debra/deb rachel carolyn janet maria olivia heather helen
      catherine/cathy diane/diana julie victoria/vicky joyce lauren kelly christina/tina ruth joan virginia/ginny judith/judy evelyn hannah
      andrea megan cheryl jacqueline/jackie madison teresa/terry abigail/abby sophia martha sara gloria janice kathryn/kathy ann isabella`),
    surnames:
      words(`smith johnson williams brown jones miller davis wilson anderson thomas taylor moore jackson martin thompson/thomson white harris
      clark/clarke lewis robinson walker young allen/alan king wright scott hill green/greene adams nelson baker hall campbell mitchell carter
      roberts phillips/philips evans turner parker collins edwards stewart/stuart morris murphy cook/cooke rogers/rodgers morgan cooper peterson/petersen
      reed/reid bailey/bayley kelly/kelley howard cox ward richardson watson brooks wood bennett/bennet gray/grey hughes price myers long foster
      sanders ross powell sullivan russell ortlund jenkins perry butler barnes fisher henderson coleman simmons patterson jordan reynolds hamilton
      graham griffin wallace west cole hayes/hays gibson bryant ellis stevens/stephens murray ford marshall owens macdonald/mcdonald harrison
      kennedy wells henry freeman webb/web tucker burns crawford olson/olsen simpson porter hunter gordon hicks holmes palmer wagner/waggoner
      whitcomb ledbetter stallworth pennington/penington haverford braithwaite/brathwaite killingsworth ostrander vanderpool/vander-pool o'brien/obrien o'connor/oconnor
      mcallister/macallister fitzgerald/fitz-gerald dunleavy hathaway/hathway bickerstaff throckmorton winterbourne applegate/aplegate`),
  },
  {
    name: 'hispanic',
    weight: 16,
    men: words(`josé/jose juan luis carlos jorge miguel/mike francisco/paco/frank antonio/tony jesús/jesus alejandro/alex manuel/manny ricardo/rick
      fernando eduardo/eddie roberto/bob javier pedro rafael/rafa raúl/raul arturo sergio andrés/andres héctor/hector ramón/ramon enrique/kike`),
    women:
      words(`maría/maria guadalupe/lupe juana rosa ana carmen margarita leticia/lety alejandra/ale verónica/veronica patricia/paty gabriela/gaby
      elena teresa/tere adriana silvia yolanda mónica/monica claudia lucía/lucia isabel/chabela beatriz/bety sofía/sofia ximena/jimena`),
    surnames:
      words(`garcía/garcia hernández/hernandez martínez/martinez lópez/lopez gonzález/gonzalez/gonzales rodríguez/rodriguez/rodrigues pérez/perez
      sánchez/sanchez ramírez/ramirez cruz flores gómez/gomez morales vázquez/vasquez/vazquez reyes jiménez/jimenez torres díaz/diaz gutiérrez/gutierrez
      ruiz mendoza aguilar ortiz moreno castillo romero álvarez/alvarez méndez/mendez chávez/chavez rivera juárez/juarez ramos domínguez/dominguez
      herrera medina castro vargas guzmán/guzman velázquez/velasquez muñoz/munoz rojas contreras salazar luna de-la-cruz/delacruz zaragoza quintanilla`),
  },
  {
    name: 'vietnamese',
    weight: 7,
    men: words(
      `minh hùng/hung tuấn/tuan dũng/dung anh nam long quang thành/thanh hải/hai phong sơn/son đức/duc khoa bảo/bao trung việt/viet`,
    ),
    women: words(`lan hương/huong mai linh thảo/thao trang hoa thu ngọc/ngoc phương/phuong yến/yen hạnh/hanh nga thúy/thuy kim vy my`),
    surnames: words(
      `nguyễn/nguyen nguyễn/nguyen nguyễn/nguyen trần/tran lê/le phạm/pham huỳnh/huynh hoàng/hoang phan vũ/vu võ/vo đặng/dang bùi/bui đỗ/do hồ/ho`,
    ),
  },
  {
    name: 'korean',
    weight: 5,
    men: words(`min-jun/minjun/min_jun ji-hoon/jihoon/ji_hun sung-min/sungmin/seong-min hyun-woo/hyunwoo/hyeon-u dong-hyun/donghyun young-ho/youngho/yong-ho
      jin-woo/jinwoo seung-hwan/seunghwan kyung-soo/kyungsoo tae-yang/taeyang jae-won/jaewon/jae-weon`),
    women:
      words(`seo-yeon/seoyeon/seo_yun ji-woo/jiwoo min-ji/minji soo-jin/soojin/su-jin hye-jin/hyejin eun-ji/eunji yuna/yoona mi-kyung/mikyung
      hyun-ju/hyunju young-hee/younghee/yeong-hui sun-hee/sunhee ji-eun/jieun/ji-un`),
    surnames: words(
      `kim kim lee/yi park/pak choi/choe jung/jeong/chung kang cho/jo yoon/yun jang/chang lim/im han oh/o seo/suh shin/sin kwon/gwon`,
    ),
  },
  {
    name: 'arabic',
    weight: 7,
    men: words(`mohammed/muhammad/mohamed/mohammad ahmed/ahmad ali hassan/hasan hussein/husain/hussain omar/umar yusuf/youssef/yousef/yousuf khalid/khaled
      ibrahim/ebrahim abdullah/abdallah/abdulla mustafa/mostafa tariq/tarek/tareq said/saeed/sayed karim/kareem nasser/nasir bilal/belal samir/sameer`),
    women:
      words(`fatima/fatema/fatimah aisha/ayesha/aicha maryam/mariam zainab/zaynab/zeinab layla/leila/laila khadija/khadijah nour/noor/nur amina/aminah
      huda/hoda rania/raniya salma/selma yasmin/yasmine/yasmeen samira/sameera hanan/hanane`),
    surnames:
      words(`al-sayed/alsayed/el-sayed hassan/hasan ali khan/kahn abdullah/abdallah al-masri/almasri/el-masry hussein/hussain haddad/hadad khoury/khouri/khuri
      nasser/nasir mansour/mansur saleh/salih farah/farrah aziz/azeez rahman/rahmaan hamdan al-hashimi/alhashimi/hashimi qureshi/qurashi/koreshi darwish/darwich shah siddiqui/siddiqi`),
  },
  {
    name: 'slavic',
    weight: 7,
    men: words(`oleksandr/alexander/aleksandr volodymyr/vladimir andriy/andrii/andrew/andrei serhiy/sergey/serhii/sergei mykola/nikolai/nick ivan/john dmytro/dmitry/dmitri
      piotr/peter krzysztof/christopher/chris tomasz/thomas/tom paweł/pawel/paul marcin/martin michał/michal/michael jan/john yuriy/yuri/yurii bohdan/bogdan taras`),
    women:
      words(`olena/elena/helen oksana/oxana iryna/irina natalia/nataliya/natalie tetiana/tatiana kateryna/katerina/catherine yulia/julia/iuliia anna/hanna/ganna
      katarzyna/catherine/kasia agnieszka/agnes małgorzata/malgorzata/margaret magdalena/magda svitlana/svetlana maria/mariya ludmila/lyudmyla/liudmyla`),
    surnames:
      words(`shevchenko/schevchenko bondarenko kovalenko/kowalenko tkachenko/tkatchenko kravchenko/krawchenko kovalchuk/kowalczuk shevchuk/szewczuk boyko/boiko
      melnyk/melnik lysenko/lisenko nowak/novak kowalski/kowalska wiśniewski/wisniewski/wisniewska wójcik/wojcik kamiński/kaminski/kaminska lewandowski/lewandowska
      zieliński/zielinski/zielinska szymański/szymanski/szymanska woźniak/wozniak petrenko hrytsenko/gritsenko yaremchuk/iaremchuk dąbrowski/dabrowski/dombrowski`),
  },
  {
    name: 'french',
    weight: 6,
    men: words(`jean jean-pierre/jean_pierre/jeanpierre/j-p michel pierre andré/andre françois/francois jacques claude marc luc alain gilles yves réjean/rejean
      jean-françois/jean_francois/jf sylvain stéphane/stephane éric/eric benoît/benoit mathieu/matthieu étienne/etienne guy rené/rene`),
    women:
      words(`marie marie-claude/marie_claude nathalie/natalie isabelle sylvie chantal manon julie line france lucie mélanie/melanie geneviève/genevieve
      josée/josee hélène/helene caroline véronique/veronique stéphanie/stephanie amélie/amelie marie-ève/marie_eve`),
    surnames:
      words(`tremblay gagnon roy côté/cote bouchard gauthier/gautier morin lavoie fortin gagné/gagne ouellet/ouellette/ouelette pelletier/peltier bélanger/belanger
      lévesque/levesque bergeron leblanc/le_blanc paquette girard simard boucher caron beaulieu cloutier dubé/dube poirier lapointe/la_pointe st-pierre/saint-pierre/st_pierre
      desjardins charbonneau thibault/thibeault/thibaut`),
  },
];

function words(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));
}
