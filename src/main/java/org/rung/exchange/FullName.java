package org.rung.exchange;

/** A whole name taken apart: "Ana Reyes Soto" and "Reyes Soto, Ana" are the same. */
record FullName(String first, String last) {
    static FullName of(String written) {
        int comma = written.indexOf(',');
        if (comma > 0)
            return new FullName(
                    written.substring(comma + 1).strip(),
                    written.substring(0, comma).strip());
        int space = written.indexOf(' ');
        if (space < 0) return new FullName(written, "");
        return new FullName(
                written.substring(0, space), written.substring(space + 1).strip());
    }
}
