package org.rung.exchange;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.rung.common.PhoneNumber;
import org.rung.people.FieldReader;

/** Which numbers of a file are in more than one of its batches; eight bytes a number: a million take 16 MB. */
final class ComingAgain implements Predicate<PhoneNumber> {
    private final Numbers again = new Numbers();

    private ComingAgain() {}

    /** Reads the whole file once, or as far as it gets before it shall stop. */
    static ComingAgain in(Import work, BooleanSupplier stopping) {
        var met = new Numbers();
        var found = new ComingAgain();
        try (var file = CsvRows.open(work.file(), work.charset(), work.separator())) {
            file.next();
            var reader = new RowReader(work.settings(), FieldReader.ofNone());
            long rows = 0;
            for (boolean last = false; !last && !stopping.getAsBoolean(); ) {
                var batch = ImportBatch.next(file, reader, rows);
                var people = batch.people();
                for (var person : people)
                    for (var phone : person.draft().phones())
                        if (met.has(number(phone))) found.again.add(number(phone));
                for (var person : people) for (var phone : person.draft().phones()) met.add(number(phone));
                rows += batch.rows();
                last = batch.last();
            }
        }
        return found;
    }

    @Override
    public boolean test(PhoneNumber phone) {
        return again.has(number(phone));
    }

    /** At most fifteen digits, the first not zero: the number itself is its place. */
    private static long number(PhoneNumber phone) {
        return Long.parseLong(phone.text(), 1, phone.text().length(), 10);
    }

    /** A set of numbers above zero. */
    private static final class Numbers {
        private long[] slots = new long[1 << 10];
        private int size;

        boolean has(long number) {
            return slots[place(slots, number)] == number;
        }

        void add(long number) {
            if (size * 2 > slots.length) grow();
            int at = place(slots, number);
            if (slots[at] == number) return;
            slots[at] = number;
            size++;
        }

        private void grow() {
            var bigger = new long[slots.length * 2];
            for (long number : slots) if (number != 0) bigger[place(bigger, number)] = number;
            slots = bigger;
        }

        private static int place(long[] slots, long number) {
            int at = (int) (number * 0x9E3779B97F4A7C15L >>> 32) & (slots.length - 1);
            while (slots[at] != 0 && slots[at] != number) at = (at + 1) & (slots.length - 1);
            return at;
        }
    }
}
