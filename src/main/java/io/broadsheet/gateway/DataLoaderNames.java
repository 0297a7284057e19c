package io.broadsheet.gateway;

import io.micrometer.common.KeyValue;

import org.springframework.graphql.observation.DataLoaderObservationContext;
import org.springframework.graphql.observation.DefaultDataLoaderObservationConvention;
import org.springframework.graphql.observation.GraphQlObservationDocumentation.DataLoaderHighCardinalityKeyNames;

/**
 * Names what data loaders did, even where they failed. The framework's own convention
 * looks into the result then, which there is none of, and fails itself: the observation
 * would never end, and keep all that belongs to its operation in memory.
 */
class DataLoaderNames extends DefaultDataLoaderObservationConvention {

	@Override
	public String getContextualName(DataLoaderObservationContext context) {
		return hasFailed(context) ? "graphql dataloader" : super.getContextualName(context);
	}

	@Override
	protected KeyValue loaderSize(DataLoaderObservationContext context) {
		return hasFailed(context) ? KeyValue.of(DataLoaderHighCardinalityKeyNames.LOADER_SIZE, "0")
				: super.loaderSize(context);
	}

	private static boolean hasFailed(DataLoaderObservationContext context) {
		return context.getError() != null;
	}

}
