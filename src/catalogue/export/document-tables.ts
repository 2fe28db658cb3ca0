/** The tables of the documents that can be exported, and the appended history of statuses. */
export const DOCUMENT_TABLES = [
  'customers',
  'branches',
  'sales_persons',
  'lead_sources',
  'lead_status',
  'bad_leads',
  'lost_leads',
  'booked_opportunities',
  'jobs',
  'user_performance',
  'sales_performance',
  'status_changes',
  'booking_events',
] as const;
export type DocumentTable = (typeof DOCUMENT_TABLES)[number];

export function isDocumentTable(name: string): name is DocumentTable {
  return DOCUMENT_TABLES.some((table) => table === name);
}
