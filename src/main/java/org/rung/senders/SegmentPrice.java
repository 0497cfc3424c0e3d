package org.rung.senders;

import java.math.BigDecimal;
import java.util.Currency;
import org.rung.common.Problem;

/** What a segment costs, with the carriers' fees, in millionths of a unit of a currency. */
public record SegmentPrice(int millionths, String currency) {
    public SegmentPrice {
        if (millionths < 0 || millionths > 10_000_000) {
            throw new Problem.Invalid("price", "problem.from-to", 0, 10);
        }
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw new Problem.Invalid("currency", "problem.currency");
        }
    }

    public BigDecimal times(long segments) {
        return BigDecimal.valueOf(millionths, 6).multiply(BigDecimal.valueOf(segments));
    }
}
