package org.rung.exchange;

/** Cells that a spreadsheet would run as a formula get an apostrophe on the way out, and lose it on the way in. */
final class SafeCell {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private SafeCell() {}

    static String out(String cell) {
        return !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    static String in(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && STARTS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
