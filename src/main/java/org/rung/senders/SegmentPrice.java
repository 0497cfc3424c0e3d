package org.rung.senders;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.rung.common.Problem;

/**
 * What a segment costs, with the carriers' fees, in millionths of a unit of a currency; picture: what a text with a
 * picture costs, which is billed once, whatever its length.
 */
public record SegmentPrice(int millionths, String currency, Optional<Integer> picture) {
    public SegmentPrice {
        if (millionths < 0
                || millionths > 10_000_000
                || picture.filter(one -> one < 0 || one > 10_000_000).isPresent()) {
            throw new Problem.Invalid("price", "problem.from-to", 0, 10);
        }
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw new Problem.Invalid("currency", "problem.currency");
        }
    }

    public SegmentPrice(int millionths, String currency) {
        this(millionths, currency, Optional.empty());
    }

    /** Empty where the organization has not said what such a text costs. */
    public Optional<BigDecimal> timesPictures(long texts) {
        return picture.map(one -> BigDecimal.valueOf(one, 6).multiply(BigDecimal.valueOf(texts)));
    }

    public BigDecimal times(long segments) {
        return BigDecimal.valueOf(millionths, 6).multiply(BigDecimal.valueOf(segments));
    }
}
