package org.rung.filters.ui;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.rung.common.Page;
import org.rung.filters.SupporterRow;

/** A list asks by position, the front door pages by mark: remembers where each position starts. */
class Scroll {
    private static final int STRIDE = 1_000;

    private final Function<Page.Wanted, Page<SupporterRow>> pages;
    private final TreeMap<Integer, Optional<String>> marks = new TreeMap<>();

    Scroll(Function<Page.Wanted, Page<SupporterRow>> pages) {
        this.pages = pages;
        marks.put(0, Optional.empty());
    }

    List<SupporterRow> rows(int offset, int limit) {
        var start = marks.floorEntry(offset);
        var at = start.getKey();
        var mark = start.getValue();
        while (at < offset) {
            var passed = pages.apply(new Page.Wanted(mark, Math.min(STRIDE, offset - at)));
            if (passed.next().isEmpty()) return List.of();
            at += passed.rows().size();
            mark = passed.next();
            marks.put(at, mark);
        }
        var page = pages.apply(new Page.Wanted(mark, Math.min(STRIDE, limit)));
        if (page.next().isPresent()) marks.put(offset + page.rows().size(), page.next());
        return page.rows();
    }
}
