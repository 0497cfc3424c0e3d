package org.rung.giftfiles;

public enum GiftFileState {
    WORKING,
    DONE
}
