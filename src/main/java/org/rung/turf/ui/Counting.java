package org.rung.turf.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rung.turf.TurfCount;

/** Counts beside the screen, so that a screen with many turfs is there at once; only the latest question is answered. */
class Counting {
    private final Executor executor;
    private final AtomicLong asked = new AtomicLong();

    Counting(Executor executor) {
        this.executor = executor;
    }

    void count(UI ui, Supplier<TurfCount> question, Consumer<TurfCount> answer, Consumer<RuntimeException> failed) {
        var turn = asked.incrementAndGet();
        executor.execute(() -> {
            try {
                var counted = question.get();
                ui.access(() -> {
                    if (asked.get() == turn) answer.accept(counted);
                });
            } catch (RuntimeException problem) {
                ui.access(() -> {
                    if (asked.get() == turn) failed.accept(problem);
                });
            }
        });
    }

    static String words(Component reader, TurfCount counted) {
        var format = NumberFormat.getIntegerInstance(UI.getCurrent().getLocale());
        return reader.getTranslation(
                "turf.count",
                counted.people(),
                format.format(counted.people()),
                counted.textable(),
                numbers(counted, format));
    }

    static String numbers(TurfCount counted, NumberFormat format) {
        return format.format(counted.textable()) + (counted.isMore() ? "+" : "");
    }
}
