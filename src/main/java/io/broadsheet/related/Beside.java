package io.broadsheet.related;

import io.broadsheet.graph.NodeId;

/**
 * What is asked: which stories stand beside an article.
 *
 * @param article the article
 * @param wanted which stories are wanted
 * @param most how many at most
 */
record Beside(NodeId article, Wanted wanted, int most) {

	private static final int FEW = 5;

	private static final int SOME = 10;

	/**
	 * Asks for at least so many, in one of few numbers, so that who asks for one more is
	 * answered from what is remembered.
	 */
	static Beside of(NodeId article, Wanted wanted, int first) {
		return new Beside(article, wanted, atLeast(first));
	}

	/** What most pages ask. */
	static Beside usual(NodeId article) {
		return new Beside(article, Wanted.ANY, FEW);
	}

	/** Whether it is what most pages ask. */
	boolean isUsual() {
		return this.most == FEW && this.wanted.equals(Wanted.ANY);
	}

	/** By the article alone, as nearly all ask for the same beside it, and it is fast. */
	@Override
	public int hashCode() {
		return this.article.hashCode();
	}

	static int atLeast(int first) {
		if (first <= FEW) {
			return FEW;
		}
		return (first <= SOME) ? SOME : Ranking.MOST;
	}

}
