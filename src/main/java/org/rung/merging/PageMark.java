package org.rung.merging;

import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.people.SupporterId;

/** Where a page of pairs ended. */
record PageMark(int strength, SupporterId other, SupporterId first) {
    String text() {
        return strength + "-" + other.text() + "-" + first.text();
    }

    static PageMark read(String text) {
        var parts = text.split("-", -1);
        if (parts.length != 3 || !parts[0].matches("\\d{1,2}")) {
            throw new Problem.Invalid("after", "problem.not-a-page");
        }
        return new PageMark(
                Integer.parseInt(parts[0]),
                new SupporterId(Id.parse("after", parts[1])),
                new SupporterId(Id.parse("after", parts[2])));
    }
}
