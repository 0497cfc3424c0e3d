package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rung.common.Page;

/** One page of a list. */
record PageBody<T>(
        @Schema(description = "The things on this page.") List<T> items,

        @Schema(
                description = "Where the next page starts: hand it back as ?after=. Absent on the last page.",
                example = "0QKDP6Y8R9T3V")
        @Nullable
        String next) {

    static <R, T> PageBody<T> of(Page<R> page, Function<List<R>, List<T>> shown) {
        return new PageBody<>(shown.apply(page.rows()), page.next().orElse(null));
    }
}
