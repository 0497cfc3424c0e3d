package org.rung.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.people.Belongings;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever adds a table that names supporters says what a merge does with it. */
@RungTest
class EveryBelongingTest {
    @Autowired
    List<Belongings> rooms;

    @Autowired
    DSLContext db;

    @Test
    void every_table_that_names_a_supporter_belongs_to_a_room_that_hands_it_over() {
        var named = new TreeSet<>(db.fetch("select distinct table_name from information_schema.columns"
                        + " where table_schema = database() and column_name like '%supporter\\_id'")
                .getValues(0, String.class));
        var answered = new TreeSet<String>();
        for (var room : rooms)
            for (var table : room.tables())
                assertThat(answered.add(table)).as(table + " twice").isTrue();
        assertThat(named).hasSizeGreaterThan(15).isEqualTo(answered);
    }
}
