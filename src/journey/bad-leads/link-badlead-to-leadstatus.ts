import type { MaintenanceStep } from '../maintenance-step.ts';
import linkBadLeads from './link-badlead-to-leadstatus.sql';
import countUnlinked from './count-unlinked-bad-leads.sql';

/** Bad lead to the lead of the same person: by e-mail, then phone, then customer; the earliest received. */
export const linkBadleadToLeadstatus: MaintenanceStep = {
  name: 'link_badlead_to_leadstatus',
  title: 'link bad leads to the lead of the same person: e-mail, phone, customer',
  async run(transaction) {
    const passes = await transaction.one<{ email: number; phone: number; customer: number }>(linkBadLeads, [transaction.businessId]);
    const left = await transaction.one<{ unlinked: number; without_customer: number; customer_without_lead: number }>(countUnlinked, [
      transaction.businessId,
    ]);
    return {
      name: this.name,
      changed: passes.email + passes.phone + passes.customer,
      unresolved: left.unlinked,
      details: {
        linkedByEmail: passes.email,
        linkedByPhone: passes.phone,
        linkedByCustomer: passes.customer,
        withoutCustomer: left.without_customer,
        customerWithoutLead: left.customer_without_lead,
      },
    };
  },
};
