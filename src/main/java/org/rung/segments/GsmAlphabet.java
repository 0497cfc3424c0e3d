package org.rung.segments;

import java.util.Optional;

/** The characters of GSM 03.38, the alphabet that carriers pack into seven bits. */
final class GsmAlphabet {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private GsmAlphabet() {}

    /** Septets: 1, 2 for the extension table, 0 for what the alphabet does not have. */
    static int units(int codePoint) {
        return BASIC.indexOf(codePoint) >= 0 ? 1 : EXTENDED.indexOf(codePoint) >= 0 ? 2 : 0;
    }

    static Optional<String> firstOutside(String body) {
        return body.codePoints()
                .filter(c -> units(c) == 0)
                .mapToObj(Character::toString)
                .findFirst();
    }
}
