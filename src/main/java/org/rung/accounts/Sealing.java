package org.rung.accounts;

/** Rows of a room that hold something sealed with RUNG_SECRET_KEY. */
public interface Sealing {

    /** How many were sealed anew with the first key, and how many no configured key opens. */
    record Result(int sealed, int lost) {
        public Result plus(Result other) {
            return new Result(sealed + other.sealed, lost + other.lost);
        }
    }

    /** Seals anew what another key than the first has sealed. Each row by compare-and-set, so that several nodes may. */
    Result sealAnew();
}
