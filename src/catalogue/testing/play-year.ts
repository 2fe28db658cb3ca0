import type { Stage } from './stage.ts';

export interface PlayedYear {
  ada: string;
  ben: string;
  cy: string;
  dee: string;
  sam: string;
  tia: string;
}

/**
 * Few rows, each chosen so that every figure of the catalogue can be worked out by hand.
 *
 * USD, branch Dallas:
 *   J1 Ada CLOSED    2023-01-10 quoted 900 charged 1000, Local, 2 people 1 truck 5 h, Dallas TX → Dallas TX, Sam, Google, booked after 12 h
 *   J2 Ada CLOSED    2024-01-15 quoted 600 charged 540,  Local, 3 people 1 truck 4 h, Dallas TX → Austin TX, Sam, Google, booked after 72 h
 *   J3 Ada BOOKED    2024-03-01 quoted 400,  Long, Dallas TX → Tulsa OK, Tia, affiliate Partner Co
 *   J4 Ben CLOSED    2024-01-20 charged 2000, Long, 4 people 2 trucks 10 h, Austin TX → Tulsa OK, Tia, Friend
 *   J5 Cy  LOST      2024-01-25 quoted 300, Local, Sam      J6 Cy QUOTED 2024-02-10 quoted 250, Local, Sam
 *   J7 Ben CANCELLED 2024-02-12 quoted 700, Long, Tia
 * CAD, branch Calgary: J8 Dee CLOSED 2024-01-05 charged 50, no kind, nobody. J9 repeats J4 and is marked as duplicate.
 *
 * Revenue in USD: 1000 + 540 + 400 + 2000 = 3940; seven jobs: 1 booked, 3 closed, 1 lost, 1 quoted, 1 cancelled.
 */
export async function playYear(stage: Stage): Promise<PlayedYear> {
  const dallas = await stage.branch('Dallas', 'USD');
  const calgary = await stage.branch('Calgary', 'CAD');
  const [sam, tia] = [await stage.salesPerson('Sam'), await stage.salesPerson('Tia')];
  const google = await stage.leadSource('Google', 'Online', 'google ads');
  const friend = await stage.leadSource('Friend', 'Referral');
  const ada = await stage.customer('Ada', {
    first_lead_date: '2023-01-01',
    email: 'ada@example.com',
    phone: '+12145550101',
    gender: 'FEMALE',
    origin_city: 'Dallas',
    destination_city: 'Tulsa',
  });
  const ben = await stage.customer('Ben', { first_lead_date: '2024-01-02', email: 'ben@example.com', gender: 'MALE' });
  const cy = await stage.customer('Cy', { first_lead_date: '2024-01-20' });
  const dee = await stage.customer('Dee', { first_lead_date: '2024-01-01', gender: 'FEMALE', origin_city: 'Calgary' });
  const place = (from: string, to: string) => {
    const [origin_city = '', origin_state = ''] = from.split(' ');
    const [destination_city = '', destination_state = ''] = to.split(' ');
    return { origin_city, origin_state, destination_city, destination_state };
  };
  const of = { branch_id: dallas, branch_name: 'Dallas' };
  const soldBySam = { ...of, sales_person_id: sam, sales_person_name: 'Sam', job_type: 'Local', referral_source: 'google ads' };
  const soldByTia = { ...of, sales_person_id: tia, sales_person_name: 'Tia', job_type: 'Long', referral_source: 'Friend' };
  await stage.job({
    ...soldBySam,
    ...place('Dallas TX', 'Dallas TX'),
    job_number: 'Q1-1',
    quote_number: 'Q1',
    customer_id: ada,
    opportunity_status: 'CLOSED',
    job_date: '2023-01-10',
    total_estimated_cost: 900,
    total_actual_cost: 1000,
    actual_number_crew: 2,
    actual_number_trucks: 1,
    actual_time_hours: 5,
    hourly_rate_quoted: 100,
    hourly_rate_billed: 110,
    created_at_utc: '2023-01-01T18:00Z',
    booked_at_utc: '2023-01-02T06:00Z',
  });
  await stage.job({
    ...soldBySam,
    ...place('dallas tx', 'Austin TX'),
    job_number: 'Q2-1',
    quote_number: 'Q2',
    customer_id: ada,
    opportunity_status: 'CLOSED',
    job_date: '2024-01-15',
    total_estimated_cost: 600,
    total_actual_cost: 540,
    actual_number_crew: 3,
    actual_number_trucks: 1,
    actual_time_hours: 4,
    hourly_rate_quoted: 100,
    hourly_rate_billed: 90,
    created_at_utc: '2024-01-01T12:00Z',
    booked_at_utc: '2024-01-04T12:00Z',
  });
  await stage.job({
    ...soldByTia,
    ...place('Dallas TX', 'Tulsa OK'),
    job_number: 'Q3-1',
    quote_number: 'Q3',
    customer_id: ada,
    affiliate_name: 'Partner Co',
    opportunity_status: 'BOOKED',
    job_date: '2024-03-01',
    total_estimated_cost: 400,
    created_at_utc: '2024-02-01T12:00Z',
    booked_at_utc: '2024-02-20T12:00Z',
  });
  const fourth = {
    ...soldByTia,
    ...place('Austin TX', 'Tulsa OK'),
    quote_number: 'Q4',
    customer_id: ben,
    opportunity_status: 'CLOSED',
    job_date: '2024-01-20',
    total_actual_cost: 2000,
    actual_number_crew: 4,
    actual_number_trucks: 2,
    actual_time_hours: 10,
  };
  await stage.job({ ...fourth, job_number: 'Q4-1' });
  await stage.job({
    ...soldBySam,
    job_number: 'Q5-1',
    quote_number: 'Q5',
    customer_id: cy,
    opportunity_status: 'LOST',
    job_date: '2024-01-25',
    total_estimated_cost: 300,
  });
  await stage.job({
    ...soldBySam,
    job_number: 'Q6-1',
    quote_number: 'Q6',
    customer_id: cy,
    opportunity_status: 'QUOTED',
    job_date: '2024-02-10',
    total_estimated_cost: 250,
    created_at_utc: '2024-02-01T12:00Z',
  });
  await stage.job({
    ...soldByTia,
    job_number: 'Q7-1',
    quote_number: 'Q7',
    customer_id: ben,
    opportunity_status: 'CANCELLED',
    job_date: '2024-02-12',
    total_estimated_cost: 700,
    created_at_utc: '2024-02-01T12:00Z',
    booked_at_utc: '2024-02-02T12:00Z',
  });
  await stage.job({
    branch_id: calgary,
    branch_name: 'Calgary',
    job_number: 'Q8-1',
    quote_number: 'Q8',
    customer_id: dee,
    opportunity_status: 'CLOSED',
    job_date: '2024-01-05',
    total_actual_cost: 50,
  });
  await stage.job({ ...fourth, job_number: 'Q4-2', is_duplicate: true });
  await playPool(stage, { ada, ben, cy, dee, sam, tia }, { dallas, google, friend });
  return { ada, ben, cy, dee, sam, tia };
}

/**
 * The pool: L1 Ada closed (Sam, Google, 10 min), L4 Ben closed (Tia, Friend, 90 min), L5 Cy lost (Sam, Google, 300 min),
 * L6 Cy open without a time. Opportunities Q1 1000 closed, Q4 2000 closed, Q7 700 cancelled. Lost Q5 300 price.
 * Bad: one of Ada that is L1, one of Dee from Google. Sam's report says 4 leads, 2 booked, 1500; Sam made 40 calls.
 */
async function playPool(stage: Stage, who: PlayedYear, of: { dallas: string; google: string; friend: string }): Promise<void> {
  const { ada, ben, cy, dee, sam, tia } = who;
  const { dallas, google, friend } = of;
  const first = await stage.opportunity('Q1', {
    customer_id: ada,
    branch_id: dallas,
    sales_person_id: sam,
    referral_source: 'google ads',
    status: 'Closed',
    status_group: 'closed',
    booked_date: '2023-01-02',
    estimated_amount: 900,
    invoiced_amount: 1000,
  });
  await stage.opportunity('Q4', {
    customer_id: ben,
    branch_id: dallas,
    sales_person_id: tia,
    referral_source: 'Friend',
    status: 'Closed',
    status_group: 'closed',
    booked_date: '2024-01-10',
    estimated_amount: 2000,
  });
  await stage.opportunity('Q7', {
    customer_id: ben,
    branch_id: dallas,
    sales_person_id: tia,
    referral_source: 'Friend',
    status: 'Cancelled',
    status_group: 'cancelled',
    booked_date: '2024-02-02',
    estimated_amount: 700,
  });
  const lead = await stage.lead('Q1', {
    customer_id: ada,
    branch_id: dallas,
    sales_person_id: sam,
    lead_source_id: google,
    booked_opportunity_id: first,
    status: 'Closed',
    status_group: 'closed',
    received_at: '2023-01-01T18:00Z',
    quote_sent_at: '2023-01-01T19:00Z',
    time_to_contact: '10 min',
    time_to_contact_minutes: 10,
  });
  await stage.lead('Q4', {
    customer_id: ben,
    branch_id: dallas,
    sales_person_id: tia,
    lead_source_id: friend,
    status: 'Closed',
    status_group: 'closed',
    received_at: '2024-01-02T18:00Z',
    time_to_contact: '1h 30m',
    time_to_contact_minutes: 90,
  });
  await stage.lead('Q5', {
    customer_id: cy,
    branch_id: dallas,
    sales_person_id: sam,
    lead_source_id: google,
    status: 'Lost',
    status_group: 'lost',
    received_at: '2024-01-20T18:00Z',
    quote_sent_at: '2024-01-20T19:00Z',
    time_to_contact: '5h',
    time_to_contact_minutes: 300,
  });
  await stage.lead('Q6', {
    customer_id: cy,
    branch_id: dallas,
    sales_person_id: sam,
    lead_source_id: google,
    status: 'New',
    status_group: 'open',
    received_at: '2024-02-01T18:00Z',
  });
  await stage.lostLead('Q5', {
    customer_id: cy,
    name: 'Cy',
    reason: 'price',
    lost_date: '2024-01-24',
    move_date: '2024-01-25',
    date_received: '2024-01-20T18:00Z',
    estimated_amount: 300,
    lead_source_id: google,
  });
  await stage.badLead({
    customer_id: ada,
    lead_status_id: lead,
    provider: 'Google',
    lead_source_id: google,
    lead_bad_reason: 'No answer',
    date_lead_received: '2023-01-01',
    move_date: '2023-01-11',
  });
  await stage.badLead({
    customer_id: dee,
    provider: 'Google',
    lead_source_id: google,
    lead_bad_reason: 'Wrong number',
    date_lead_received: '2024-01-03',
    customer_email: 'dee@example.com',
  });
  await stage.add('journey.sales_performance', {
    name: 'Sam S',
    sales_person_id: sam,
    leads_received: 4,
    bad: 1,
    booked: 2,
    booked_total: 1500,
  });
  await stage.add('journey.user_performance', {
    name: 'Sam S (English)',
    sales_person_id: sam,
    total_calls: 40,
    inbound_count: 10,
    outbound_count: 30,
  });
}
