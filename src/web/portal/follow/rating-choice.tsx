import type { ReactNode } from 'react';
import type { PortalView } from '../api.ts';
import { useName } from '../language.ts';

type Props = {
  group: string;
  ratings: PortalView['ratings'];
  value: string;
  isLarge?: boolean;
  onChange: (rating: string) => void;
};

/** Ratings from best to worst as large buttons, each with a face and its word. */
export function RatingChoice({ group, ratings, value, isLarge = false, onChange }: Props): ReactNode {
  const name = useName();
  return (
    <div className={isLarge ? 'choices ratings large' : 'choices ratings'}>
      {ratings.map((rating, at) => (
        <label key={rating.id} className="choice">
          <input
            type="radio"
            name={group}
            value={rating.id}
            checked={value === rating.id}
            onChange={() => onChange(rating.id)}
          />
          {isLarge && <Face mood={moodOf(rating.isSatisfied, at)} />}
          <span>{name(rating.name)}</span>
        </label>
      ))}
    </div>
  );
}

type Mood = 'glad' | 'fair' | 'sad';
const moodOf = (isSatisfied: boolean, at: number): Mood => (isSatisfied ? (at === 0 ? 'glad' : 'fair') : 'sad');
const mouths: Record<Mood, string> = { glad: 'M10 19c3 4 9 4 12 0', fair: 'M10.5 20.5h11', sad: 'M10 22c3-4 9-4 12 0' };

function Face({ mood }: { mood: Mood }): ReactNode {
  return (
    <svg
      viewBox="0 0 32 32"
      width="30"
      height="30"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="16" cy="16" r="13" />
      <path d={mouths[mood]} />
      <path d="M12 12.2v.6M20 12.2v.6" strokeWidth="2.6" />
    </svg>
  );
}
