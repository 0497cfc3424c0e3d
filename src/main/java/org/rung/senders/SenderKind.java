package org.rung.senders;

/** What an address is to the carriers; each has its own rate. */
public enum SenderKind {
    LONG_CODE,
    TOLL_FREE,
    SHORT_CODE,
    SERVICE,
    SIMULATOR;

    /** What an address looks like; an admin may know better. */
    static SenderKind of(Gateway gateway, String address) {
        if (gateway == Gateway.SIMULATOR) {
            return SIMULATOR;
        }
        return address.startsWith("MG")
                ? SERVICE
                : !address.startsWith("+")
                        ? SHORT_CODE
                        : address.matches("\\+1(800|833|844|855|866|877|888).*") ? TOLL_FREE : LONG_CODE;
    }

    /** True where each number is meant for a few hundred people only. */
    public boolean fills() {
        return this == LONG_CODE || this == TOLL_FREE || this == SERVICE;
    }
}
