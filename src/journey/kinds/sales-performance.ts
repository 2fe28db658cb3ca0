import type { FileKind } from '../../import/file-kind.ts';
import { countColumn, moneyColumn, percentColumn, textColumn } from './column-readers.ts';

/** Sales Person Performance: one snapshot, one row per person. */
export const salesPerformance: FileKind = {
  kind: 'sales_performance',
  title: 'Sales Person Performance',
  order: 70,
  table: 'journey.sales_performance',
  key: 'name',
  columns: [
    textColumn('name', ['Name', 'Sales Person', 'Sales Person Name'], { required: true }),
    countColumn('leads_received', ['# Leads Received', 'Leads Received'], { required: true, distinctive: true }),
    ...countAndShare('bad', 'Bad'),
    ...countAndShare('sent', 'Sent'),
    ...countAndShare('pending', 'Pending'),
    ...countAndShare('booked', 'Booked'),
    ...countAndShare('lost', 'Lost'),
    ...countAndShare('cancelled', 'Cancelled'),
    moneyColumn('booked_total', ['Booked Total'], { distinctive: true }),
    moneyColumn('average_booking', ['Average Booking', 'Avg Booking'], { distinctive: true }),
  ],
  personColumns: ['name'],
  lookups: [],
  links: [],
};

function countAndShare(name: string, header: string) {
  return [countColumn(name, [header]), percentColumn(`percent_${name}`, [`% ${header}`], { distinctive: true })];
}
