import type { MaintenanceStep } from '../maintenance-step.ts';
import countGaps from './count-timeline-gaps.sql';
import { writeTimelines } from './write-timelines.ts';

/** first_lead_date and conversion_date of every customer, from the dates in its rows. */
export const populateCustomerTimelineFields: MaintenanceStep = {
  name: 'populate_customer_timeline_fields',
  title: "write each customer's first lead date and conversion date",
  async run(transaction) {
    const changed = await writeTimelines(transaction);
    const gaps = await transaction.one<{ without_first_lead_date: number; converted: number; converted_before_first_lead: number }>(
      countGaps,
      [transaction.businessId],
    );
    return {
      name: this.name,
      changed,
      unresolved: gaps.without_first_lead_date,
      details: {
        customersUpdated: changed,
        withoutFirstLeadDate: gaps.without_first_lead_date,
        converted: gaps.converted,
        convertedBeforeFirstLead: gaps.converted_before_first_lead,
      },
    };
  },
};
