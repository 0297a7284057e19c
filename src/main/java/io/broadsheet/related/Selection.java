package io.broadsheet.related;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses from scored articles those that readers see: each story once, and no series
 * three times in a row where others are as good.
 */
final class Selection {

	private static final int IN_A_ROW = 2;

	private final List<Answer> chosen = new ArrayList<>();

	private final List<Answer> picks;

	private final Likeness asked;

	private final int most;

	/**
	 * @param asked the article that is asked about
	 * @param picks what the editors pinned beside it
	 * @param most how many are wanted beside those
	 */
	Selection(Traits asked, List<Answer> picks, int most) {
		this.asked = new Likeness(asked);
		this.picks = picks;
		this.most = most;
	}

	/** Adds the articles of one language, the best first. */
	void add(List<Scored> scored, TraitsIndex index) throws IOException {
		int from = this.chosen.size();
		for (Scored each : scored) {
			if (this.chosen.size() == this.most || each.score() < Formula.STANDARD.least()) {
				break;
			}
			Traits traits = index.traits(each.doc()).traits();
			offer(new Answer(each, traits, new Likeness(traits), false));
		}
		List<Answer> added = this.chosen.subList(from, this.chosen.size());
		added.sort(Comparator.comparingDouble((Answer answer) -> answer.scored().score()).reversed());
		spread(added);
	}

	List<Answer> chosen() {
		List<Answer> all = new ArrayList<>(this.picks);
		all.addAll(this.chosen);
		return all;
	}

	private void offer(Answer answer) {
		Likeness likeness = answer.likeness();
		if (this.asked.isSameStoryAs(likeness)
				|| this.picks.stream().anyMatch((pick) -> pick.likeness().isSameStoryAs(likeness))) {
			return;
		}
		for (int i = 0; i < this.chosen.size(); i++) {
			Answer other = this.chosen.get(i);
			if (other.likeness().isSameStoryAs(likeness)) {
				if (answer.traits().publishedAt() > other.traits().publishedAt()) {
					this.chosen.set(i, answer);
				}
				return;
			}
		}
		this.chosen.add(answer);
	}

	private static void spread(List<Answer> answers) {
		for (int i = IN_A_ROW; i < answers.size(); i++) {
			if (endsRow(answers, i, answers.get(i))) {
				double enough = Formula.STANDARD.asGood() * answers.get(i).scored().score();
				for (int j = i + 1; j < answers.size() && answers.get(j).scored().score() >= enough; j++) {
					if (!endsRow(answers, i, answers.get(j))) {
						answers.add(i, answers.remove(j));
						break;
					}
				}
			}
		}
	}

	/** Whether an answer would be one too many of its series at a place. */
	private static boolean endsRow(List<Answer> answers, int place, Answer answer) {
		int series = answer.traits().series();
		return series != 0 && answers.subList(place - IN_A_ROW, place)
			.stream()
			.allMatch((before) -> before.traits().series() == series);
	}

}
