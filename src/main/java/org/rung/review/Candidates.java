package org.rung.review;

import java.util.List;

/** Texts that may be what somebody looks for, newest first; each look gives the next ones after the spot before. */
interface Candidates {
    /** At most so many, in their order; none where there are no more. */
    List<Spot> after(Spot spot, int most);
}
