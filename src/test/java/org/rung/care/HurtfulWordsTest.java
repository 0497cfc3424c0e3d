package org.rung.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is covered until somebody wants to see it, and what never is. */
class HurtfulWordsTest {

    @Test
    void slurs_and_insults_are_found_as_whole_words_whatever_their_case_and_marks() {
        hurt(
                "You BITCH",
                "shut up, bitch!",
                "you're all faggots.",
                "Go away, retard",
                "Eres un maricón",
                "eres un MARICON",
                "mari\u0301cones",
                "Hijo de puta",
                "pinche pendejo, no me escribas",
                "negro de mierda",
                "wetbacks, all of you",
                "fuck you and your union",
                "Vuelve a tu país");
    }

    @Test
    void disguised_ones_too() {
        hurt(
                "b1tch",
                "you s1ut",
                "you a$$hole",
                "b!tch",
                "@sshole",
                "f4ggot",
                "n1gg3r",
                "biiiiitch",
                "puuuuta",
                "f u c k you",
                "c.u.n.t",
                "c-u-n-t!",
                "b*tch",
                "n*gg*r",
                "bi\u200btch",
                "bіtch",
                "ⓑⓘⓣⓒⓗ",
                "pend3jo");
    }

    @Test
    void threats_are_found_as_phrases() {
        hurt(
                "I know where you live",
                "i KNOW, where you live...",
                "I’ll kill you",
                "I'll kill you",
                "we are gonna kill you",
                "Kill yourself",
                "kys",
                "You're dead.",
                "watch your back",
                "hope you die",
                "Te voy a matar",
                "Sé dónde vives",
                "se donde vives",
                "¡Muérete!",
                "te voy a partir la cara");
    }

    @Test
    void words_that_only_hold_such_letters_are_left_in_peace() {
        harmless(
                "I grew up in Scunthorpe",
                "Penistone, Essex and Middlesex",
                "My therapist says so",
                "They snigger, and I went to class",
                "Niger and Nigeria are two countries",
                "The assessment of the cocktail bar",
                "Mr Fagan and Mrs Hancock",
                "a montage of fagottini",
                "Disputas y computadoras",
                "la reputación del diputado",
                "Habitación en la Habana, imputado",
                "el subnormalizado",
                "Gobbledygook and raccoons in cocoons",
                "We retardant the fire",
                "spicy food and suspicious chunks");
    }

    @Test
    void ordinary_senses_and_names_are_left_in_peace() {
        harmless(
                "Kike says hello",
                "Dick Van Dyke",
                "our Maine coon is sick",
                "a chink in the armor",
                "the flat is spic and span",
                "el vestido negro",
                "tengo una perra sin dueño",
                "la zorra y las uvas",
                "this rent will kill us",
                "this heat kills me",
                "I would kill for a coffee",
                "You are dead right",
                "I will find you at the meeting",
                "do you know where I live?",
                "me mato trabajando",
                "we could kill the lights",
                "He died last year",
                "El rent strike está muerto de risa");
    }

    @Test
    void numbers_times_and_amounts_are_no_letters() {
        harmless(
                "455 5th Ave",
                "at 7:30",
                "$455",
                "8008135",
                "apt 4C, 94607",
                "1 2 3 4",
                "",
                "   ",
                "👍",
                "!!!",
                "***",
                "* * *");
    }

    @Test
    void letters_drawn_out_a_little_are_other_words() {
        harmless("coop", "puttoo", "faag", "They wore scarves", "niggle", "niggard");
    }

    @Test
    void the_longest_text_and_the_oddest_one_take_no_time() {
        List<String> long1600 = List.of(
                "a".repeat(1600),
                "a ".repeat(800),
                "* ".repeat(800),
                "*".repeat(1600),
                "bitc ".repeat(320),
                "😀".repeat(800));
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) long1600.forEach(HurtfulWords::in);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    private static void hurt(String... texts) {
        for (String text : texts) assertThat(HurtfulWords.in(text)).as(text).isTrue();
    }

    private static void harmless(String... texts) {
        for (String text : texts) assertThat(HurtfulWords.in(text)).as(text).isFalse();
    }
}
