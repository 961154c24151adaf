import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './sideways.module.css';

type Props = {
  /** Its name, or the id of what names it. */
  name: { label: string } | { labelledBy: string };
  className?: string | undefined;
  style?: CSSProperties;
  /** Drawn with the knowledge whether it goes on past its edge. */
  children: (isCut: boolean) => ReactNode;
};

/** A region that scrolls sideways when it has no room, and fades at the edge behind which it goes on. */
export function Sideways({ name, className = '', style, children }: Props): ReactNode {
  const place = useRef<HTMLElement>(null);
  const [more, setMore] = useState<'' | 'left' | 'right' | 'left right'>('');
  useEffect(() => {
    const region = place.current;
    if (!region) return;
    const look = () => setMore(moreOf(region));
    const observer = new ResizeObserver(look);
    observer.observe(region);
    for (const child of region.children) observer.observe(child);
    region.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      region.removeEventListener('scroll', look);
    };
  }, []);
  // What stands in it may have changed.
  useEffect(() => {
    if (place.current) setMore(moreOf(place.current));
  });
  return (
    <section
      ref={place}
      {...('label' in name ? { 'aria-label': name.label } : { 'aria-labelledby': name.labelledBy })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable from the keyboard
      tabIndex={0}
      className={`${styles.region} ${className}`}
      data-more={more}
      style={style}
    >
      {children(more !== '')}
    </section>
  );
}

function moreOf({ scrollLeft, scrollWidth, clientWidth }: HTMLElement) {
  const isLeft = scrollLeft > 1;
  const isRight = scrollLeft + clientWidth < scrollWidth - 1;
  if (isLeft && isRight) return 'left right';
  return isLeft ? 'left' : isRight ? 'right' : '';
}
