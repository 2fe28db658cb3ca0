import type { FileKind } from '../../import/file-kind.ts';
import { countColumn, decimalColumn, percentColumn, secondsColumn, textColumn } from './column-readers.ts';

/** The telephone system's "Users" export. */
export const userPerformance: FileKind = {
  kind: 'user_performance',
  title: 'User Call Performance (RingCentral Users)',
  order: 60,
  table: 'journey.user_performance',
  key: 'name',
  columns: [
    textColumn('name', ['Name', 'User', 'User Name'], { required: true }),
    textColumn('user_status', ['User Status', 'Status'], { distinctive: true }),
    countColumn('total_calls', ['Total Calls'], { required: true, distinctive: true }),
    decimalColumn('avg_calls_per_day', ['Avg. Calls/Day', 'Average Calls per Day'], { distinctive: true }),
    countColumn('inbound_count', ['# Inbound', 'Inbound'], { distinctive: true }),
    countColumn('outbound_count', ['# Outbound', 'Outbound'], { distinctive: true }),
    percentColumn('missed_percent', ['% Missed (w/VM)', '% Missed'], { distinctive: true }),
    secondsColumn('avg_handle_time', 'avg_handle_seconds', ['Avg. Handle Time', 'Average Handle Time']),
  ],
  personColumns: ['name'],
  lookups: [],
  links: [],
};
