import type { Stage } from './stage.ts';

/**
 * One small business with a row in every table: two branches (Dallas in USD, Calgary in CAD),
 * Ada who moved, Bob who cancelled, Cem who was lost, Dora who was a bad lead, a walk-in.
 * Revenue in USD by hand: 1,000 closed + 500 booked + 290 walk-in = 1,790; in CAD: 60.
 */
export async function playStory(stage: Stage): Promise<void> {
  const dallas = await stage.branch('Dallas', 'USD');
  const calgary = await stage.branch('Calgary', 'CAD');
  const sam = await stage.salesPerson('Sam Smith');
  const google = await stage.leadSource('Google', 'Online', 'google ads');
  const [ada, bob, cem, dora] = [
    await stage.customer('Ada', { first_lead_date: '2024-12-31', email: 'ada@example.com' }),
    await stage.customer('Bob', { first_lead_date: '2025-01-15' }),
    await stage.customer('Cem', { first_lead_date: '2025-02-01' }),
    await stage.customer('Dora', { first_lead_date: '2025-02-02' }),
  ];
  const moved = await stage.opportunity('1', {
    customer_id: ada,
    branch_id: dallas,
    sales_person_id: sam,
    status: 'Closed',
    status_group: 'closed',
    estimated_amount: 900,
    booked_date: '2025-01-02',
  });
  await stage.opportunity('2', {
    customer_id: bob,
    branch_id: dallas,
    status: 'Cancelled',
    status_group: 'cancelled',
    estimated_amount: 400,
  });
  const lead = await stage.lead('1', {
    customer_id: ada,
    booked_opportunity_id: moved,
    branch_id: dallas,
    sales_person_id: sam,
    lead_source_id: google,
    status_group: 'closed',
    received_at: '2025-01-01T03:30Z',
    estimated_revenue: 850,
  });
  await stage.lead('2', {
    customer_id: bob,
    branch_id: dallas,
    referral_source: 'google ads',
    status_group: 'cancelled',
    received_at: '2025-01-15T12:00Z',
  });
  await stage.lead('3', { customer_id: cem, branch_id: calgary, status_group: 'lost', received_at: '2025-02-01T12:00Z' });
  await stage.lead('4', { status_group: 'open', received_at: '2025-02-28T23:30Z' });
  await stage.lostLead('3', {
    customer_id: cem,
    name: 'Cem',
    reason: 'price',
    lost_date: '2025-02-10',
    date_received: '2025-02-01T12:00Z',
  });
  await stage.badLead({ customer_id: dora, provider: 'Google', date_lead_received: '2025-02-02' });
  await stage.badLead({ customer_id: ada, lead_status_id: lead, provider: 'Google' });
  await stage.job({
    quote_number: '1',
    customer_id: ada,
    branch_id: dallas,
    sales_person_id: sam,
    referral_source: 'Google',
    opportunity_status: 'CLOSED',
    job_date: '2025-01-31',
    total_actual_cost: 1000,
    created_at_utc: '2025-01-01T03:30Z',
  });
  await stage.job({
    quote_number: '1',
    customer_id: ada,
    branch_id: dallas,
    sales_person_id: sam,
    referral_source: 'google ads',
    opportunity_status: 'BOOKED',
    job_date: '2025-02-01',
    total_estimated_cost: 500,
  });
  await stage.job({
    quote_number: '2',
    customer_id: bob,
    branch_id: dallas,
    opportunity_status: 'CANCELLED',
    job_date: '2025-02-03',
    total_estimated_cost: 400,
  });
  await stage.job({ opportunity_status: 'CLOSED', job_date: '2025-04-01', total_actual_cost: 290 });
  await stage.job({ branch_id: calgary, opportunity_status: 'CLOSED', job_date: '2025-01-10', total_actual_cost: 60, customer_id: ada });
  await stage.job({ branch_id: dallas, opportunity_status: 'CLOSED', job_date: '2025-01-31', total_actual_cost: 1000, is_duplicate: true });
  await stage.add('journey.sales_performance', { name: 'Sam S', sales_person_id: sam, leads_received: 4, booked: 1, booked_total: 1500 });
  await stage.add('journey.user_performance', { name: 'Sam S (English)', sales_person_id: sam, total_calls: 12 });
}
