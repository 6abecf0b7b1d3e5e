/** True from the moment an element came near the window: a card asks for its numbers only then. */
import { useEffect, useState, type RefObject } from 'react';

/** Pixels below the edge at which a card counts as near. */
const near = 200;

export const useSeen = (ref: RefObject<Element | null>): boolean => {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!ref.current) return undefined;
    const observer = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) setSeen(true); }, { rootMargin: `${near}px` });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
  return isSeen;
};
