import { Link } from '@tanstack/react-router';
import { Empty } from '../ui/Empty.tsx';

export function NotFound() {
  return (
    <Empty
      title="There is no such page"
      action={
        <Link to="/" className="text-accent underline underline-offset-2">
          Go to the overview
        </Link>
      }
    >
      The address may have been cut off, or the page is from another version.
    </Empty>
  );
}
