package org.rung.senders.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rung.common.PhoneNumber;

class TemperTest {

    @Test
    void a_number_keeps_its_temper() {
        PhoneNumber phone = new PhoneNumber("+15105550132");

        assertThat(Temper.of(phone)).isEqualTo(Temper.of(phone));
    }

    @Test
    void nearly_half_of_a_thousand_neighbors_answer_and_few_cannot_be_reached() {
        Map<Temper, Integer> mix = mix(1_000);

        assertThat(mix.getOrDefault(Temper.YES, 0)).isBetween(140, 220);
        assertThat(mix.getOrDefault(Temper.SILENT, 0)).isBetween(430, 530);
        assertThat(mix.getOrDefault(Temper.STOP, 0)).isBetween(8, 35);
        assertThat(mix.getOrDefault(Temper.OFF, 0) + mix.getOrDefault(Temper.GONE, 0))
                .isBetween(20, 65);
    }

    @Test
    void a_dozen_numbers_in_a_row_are_not_of_one_mind() {
        double kinds = IntStream.range(0, 20)
                .mapToLong(street -> phones(street * 50, 12).stream()
                        .map(Temper::of)
                        .distinct()
                        .count())
                .average()
                .orElseThrow();

        assertThat(kinds).isGreaterThan(3.5);
    }

    private static Map<Temper, Integer> mix(int count) {
        Map<Temper, Integer> mix = new EnumMap<>(Temper.class);
        phones(0, count).forEach(phone -> mix.merge(Temper.of(phone), 1, Integer::sum));
        return mix;
    }

    private static List<PhoneNumber> phones(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(at -> new PhoneNumber("+1510555" + String.format("%04d", at)))
                .toList();
    }
}
