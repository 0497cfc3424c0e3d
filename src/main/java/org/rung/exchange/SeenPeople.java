package org.rung.exchange;

import org.rung.people.FoldedName;
import org.rung.people.SupporterDraft;

/** Remembers whom a dry run met in earlier batches, in eight bytes each: a million people take 16 MB. */
final class SeenPeople {
    private long[] slots = new long[1 << 14];
    private int size;

    /** True when this person (by number and folded first name) was not met before. */
    boolean add(SupporterDraft draft) {
        boolean fresh = true;
        var name = new FoldedName(draft.firstName()).text();
        for (var phone : draft.phones()) fresh &= add(hash(phone.text() + name));
        return fresh;
    }

    private boolean add(long hash) {
        if (size * 2 > slots.length) grow();
        int at = place(slots, hash);
        if (slots[at] == hash) return false;
        slots[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        var bigger = new long[slots.length * 2];
        for (long hash : slots) if (hash != 0) bigger[place(bigger, hash)] = hash;
        slots = bigger;
    }

    private static int place(long[] slots, long hash) {
        int at = (int) (hash & (slots.length - 1));
        while (slots[at] != 0 && slots[at] != hash) at = (at + 1) & (slots.length - 1);
        return at;
    }

    /** FNV-1a, mixed; never zero, which means an empty slot. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
