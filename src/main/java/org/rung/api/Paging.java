package org.rung.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rung.common.Page;
import org.rung.common.Problem;

/** The two words of every list: limit and after. */
final class Paging {
    static final String USUAL = "100";

    private Paging() {}

    static Page.Wanted wanted(int limit, @Nullable String after) {
        return new Page.Wanted(Optional.ofNullable(after).filter(text -> !text.isEmpty()), limit);
    }

    /** A page of a list that is short by nature and came whole; {@code after} is the id of the last one seen. */
    static <T> Page<T> slice(List<T> all, Function<T, String> id, Page.Wanted wanted) {
        int from = wanted.after().map(after -> indexOf(all, id, after) + 1).orElse(0);
        int to = Math.min(all.size(), from + wanted.size());
        return new Page<>(
                all.subList(from, to), to < all.size() ? Optional.of(id.apply(all.get(to - 1))) : Optional.empty());
    }

    private static <T> int indexOf(List<T> all, Function<T, String> id, String after) {
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(after)) return i;
        }
        throw new Problem.Invalid("after", "problem.not-a-page");
    }
}
