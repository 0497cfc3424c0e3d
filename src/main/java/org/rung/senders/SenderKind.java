package org.rung.senders;

import java.util.List;

/** What an address is to the carriers; each has its own rate. */
public enum SenderKind {
    LONG_CODE,
    TOLL_FREE,
    SHORT_CODE,
    SERVICE,
    SIMULATOR;

    /** What else it may be, that its address does not tell. */
    static List<SenderKind> possible(Gateway gateway, String address) {
        SenderKind likely = of(gateway, address);
        return likely == LONG_CODE || likely == TOLL_FREE ? List.of(LONG_CODE, TOLL_FREE) : List.of(likely);
    }

    /** What an address looks like; an admin may know better. */
    static SenderKind of(Gateway gateway, String address) {
        if (gateway == Gateway.SIMULATOR) {
            return SIMULATOR;
        }
        return address.startsWith("MG")
                ? SERVICE
                : address.matches("[0-9]+")
                        ? SHORT_CODE
                        : address.matches("\\+1(800|833|844|855|866|877|888).*") ? TOLL_FREE : LONG_CODE;
    }

    /** True where carriers want to know who sends, before they take much: 10DLC. */
    public boolean registers() {
        return this == LONG_CODE || this == SERVICE;
    }

    /** True where each number is meant for a few hundred people only. */
    public boolean fills() {
        return this == LONG_CODE || this == TOLL_FREE || this == SERVICE;
    }
}
