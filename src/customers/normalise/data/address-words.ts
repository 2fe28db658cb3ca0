/**
 * Words of addresses in the United States, Canada and Australia and the short form each is compared
 * in. Public facts: the abbreviations the three post offices publish.
 */

/** Street types and directions: "street" is st, "northwest" nw. */
export const STREET_WORDS: ReadonlyMap<string, string> = shortForms(`
  st street str strt | ave avenue av aven avenu avn | rd road | dr drive drv driv | ln lane | ct court crt | pl place plc |
  blvd boulevard boul blv | cir circle circ crcl | cres crescent cr crsnt cresent | ter terrace terr tce | hwy highway hiway hway |
  pkwy parkway pky parkwy | sq square | trl trail tr | cct circuit | cl close | pde parade | way wy | loop lp | aly alley ally |
  expy expressway | fwy freeway | pt point | pte pointe | hts heights | hl hill | hls hills | gdns gardens | gdn garden | gr grove grv |
  grn green | lndg landing | mnr manor | mdw meadow | mdws meadows | mews mws | plz plaza | rdg ridge | riv river | rte route | run rn |
  spg spring | spgs springs | vlg village | vw view | vis vista | xing crossing crssng | ctr center centre cntr | cv cove |
  crk creek | est estate | ests estates | ext extension | frst forest | gln glen | isle isl | jct junction | lk lake | mt mount |
  mtn mountain | pk park | pass ps | path pth | pike | row rw | sta station | walk wlk | esp esplanade | prom promenade | bend bnd |
  n north | s south | e east | w west | ne northeast | nw northwest | se southeast | sw southwest | ft fort |
  1st first | 2nd second | 3rd third | 4th fourth | 5th fifth | 6th sixth | 7th seventh | 8th eighth | 9th ninth | 10th tenth
`);

/** Words in front of the number of a flat. */
export const UNIT_WORDS: ReadonlySet<string> = new Set(
  'apt apartment apts unit suite ste flat rm room lot spc space trlr trailer bldg building fl floor apmnt appt no ph penthouse villa'.split(
    ' ',
  ),
);

/** The words a street can end in; a number behind one is a flat's. */
export const STREET_ENDINGS: ReadonlySet<string> = new Set(
  'st ave rd dr ln ct pl blvd cir cres ter pkwy sq trl cct cl pde way loop aly n s e w ne nw se sw'.split(' '),
);

/** States, provinces and territories by every spelling: "texas", "tex" and "tx" are tx. */
export const STATES: ReadonlyMap<string, string> = shortForms(`
  al alabama ala | ak alaska | az arizona ariz | ar arkansas ark | ca california calif | co colorado colo | ct connecticut conn |
  de delaware del | dc district_of_columbia washington_dc | fl florida fla | ga georgia | hi hawaii | id idaho | il illinois ill |
  in indiana ind | ia iowa | ks kansas kans | ky kentucky | la louisiana | me maine | md maryland | ma massachusetts mass |
  mi michigan mich | mn minnesota minn | ms mississippi miss | mo missouri | mt montana mont | ne nebraska nebr | nv nevada nev |
  nh new_hampshire | nj new_jersey | nm new_mexico | ny new_york | nc north_carolina | nd north_dakota | oh ohio | ok oklahoma okla |
  or oregon ore | pa pennsylvania penn penna | pr puerto_rico | ri rhode_island | sc south_carolina | sd south_dakota | tn tennessee tenn |
  tx texas tex | ut utah | vt vermont | va virginia | wa washington wash | wv west_virginia | wi wisconsin wis wisc | wy wyoming wyo |
  ab alberta alta | bc british_columbia | mb manitoba man | nb new_brunswick | nl newfoundland_and_labrador newfoundland nfld |
  ns nova_scotia | nt northwest_territories nwt | nu nunavut | on ontario ont | pe prince_edward_island pei | qc quebec que pq |
  sk saskatchewan sask | yt yukon | nsw new_south_wales | vic victoria | qld queensland | tas tasmania | act australian_capital_territory |
  sa south_australia
`);

function shortForms(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('|').flatMap((line) => {
      const [short = '', ...long] = line.trim().split(/\s+/);
      return [short, ...long].map((word): [string, string] => [word.replaceAll('_', ' '), short]);
    }),
  );
}
