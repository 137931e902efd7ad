package mendline.simulate;

import java.util.List;

/**
 * Everything that is decided about a course before chance adds noise, gaps and notes.
 *
 * @param client index of the client
 * @param course the id that stands in the export, such as {@code C0417-1}
 * @param changes what is planted in the scores
 * @param curves what the scores would be without noise, the changes in them
 */
record CourseScript(int client, Person person, CoursePlan plan, String course, List<Change> changes, Curves curves) {
    CourseScript {
        changes = List.copyOf(changes);
    }

    /** The scripts of the client's courses that touch the months written. */
    static List<CourseScript> of(Practice practice, int client) {
        Person person = Person.of(practice, client);
        return CoursePlans.of(practice, person, client).stream()
                .filter(plan -> plan.seen(practice))
                .map(plan -> of(practice, client, person, plan))
                .toList();
    }

    private static CourseScript of(Practice practice, int client, Person person, CoursePlan plan) {
        Curves gradual = Curves.gradual(practice, person, plan, dice(practice, client, plan, Dice.Concern.CURVES));
        List<Change> changes = Plantings.in(
                gradual, plan, person, practice.settings(), dice(practice, client, plan, Dice.Concern.PLANTING));
        return new CourseScript(
                client, person, plan, person.code() + "-" + plan.number(), changes, gradual.with(changes));
    }

    /** The course's own stream of random numbers for a concern. */
    Dice dice(Practice practice, Dice.Concern concern) {
        return dice(practice, client, plan, concern);
    }

    private static Dice dice(Practice practice, int client, CoursePlan plan, Dice.Concern concern) {
        return Dice.of(practice.settings().seed(), client, plan.number(), concern);
    }

    Therapist therapist(Practice practice) {
        return practice.therapists().get(person.therapist());
    }

    /** Whether the attended session with this index exists and is written. */
    boolean written(Practice practice, int session) {
        List<Appointment> attended = plan.attended();
        return session >= 0
                && session < attended.size()
                && practice.written(attended.get(session).day());
    }
}
