import { graphql } from 'relay-runtime';

export const query = graphql`
  query pageQuery($slug: String!) {
    article(by: { slug: $slug }) {
      id
      headline
      ...page_beside @defer
      ...page_share @defer
    }
  }
`;

export const beside = graphql`
  fragment page_beside on Article {
    headline
    related(first: 2) { article { id headline } }
  }
`;

export const share = graphql`
  fragment page_share on Article {
    share { total }
  }
`;
