/** Read off networkx 3.7, types-networkx 3.6.1.20261114 by scripts/knowledge/api.py. */
export const networkx = `
module networkx
class ArborescenceIterator
  property str: partition_key
  -> self: __iter__
class DiGraph(.Graph)
  property .classes.coreviews.AdjacencyView: succ pred
  property .classes.reportviews.OutEdgeView: edges out_edges
  property .classes.reportviews.InEdgeView | .classes.reportviews.InMultiEdgeView: in_edges
  property .classes.reportviews.DiDegreeView: degree
  property .classes.reportviews.InDegreeView | .classes.reportviews.InMultiDegreeView: in_degree
  property .classes.reportviews.OutDegreeView | .classes.reportviews.OutMultiDegreeView: out_degree
  -> .Graph: to_undirected
  -> self: reverse
class Graph
  property dict: graph
  property .classes.coreviews.AdjacencyView: adj
  property str: name
  -> .classes.coreviews.AtlasView: __getitem__
  property .classes.reportviews.NodeView: nodes
  property .classes.reportviews.EdgeView | .classes.reportviews.OutEdgeView: edges
  -> iterator[tuple[unknown, dict]]: adjacency
  property .classes.reportviews.DegreeView | .classes.reportviews.DiDegreeView: degree
  -> self: copy subgraph edge_subgraph
  -> .DiGraph: to_directed
  -> .Graph: to_undirected
class MultiDiGraph(.MultiGraph, .DiGraph)
  property .classes.coreviews.MultiAdjacencyView: succ pred
  property .classes.reportviews.OutMultiEdgeView: edges out_edges
  property .classes.reportviews.InMultiEdgeView: in_edges
  property .classes.reportviews.DiMultiDegreeView: degree
  property .classes.reportviews.InMultiDegreeView: in_degree
  property .classes.reportviews.OutMultiDegreeView: out_degree
  -> .MultiGraph: to_undirected
class MultiGraph(.Graph)
  property .classes.coreviews.MultiAdjacencyView: adj
  property .classes.reportviews.MultiEdgeView | .classes.reportviews.OutMultiEdgeView: edges
  -> self: copy
  property .classes.reportviews.MultiDegreeView | .classes.reportviews.DiMultiDegreeView: degree
  -> .MultiDiGraph: to_directed
  -> .MultiGraph: to_undirected
class PlanarEmbedding(.DiGraph)
  -> dict: get_data
  -> tuple[unknown, unknown]: next_face_half_edge
  -> list: traverse_face
class SpanningTreeIterator
  property str: partition_key
  -> self: __iter__
classes(.readwrite.graphml.GraphML): GraphMLReader GraphMLWriter
-> .Graph: LCF_graph LFR_benchmark_graph adjacency_graph balanced_tree barabasi_albert_graph barbell_graph binomial_tree bull_graph cartesian_product caveman_graph chordal_cycle_graph chvatal_graph circulant_graph complement complete_multipartite_graph connected_caveman_graph contracted_edge contracted_nodes convert_node_labels_to_integers corona_product cubical_graph cytoscape_graph degree_sequence_tree desargues_graph diamond_graph difference directed_joint_degree_graph disjoint_union disjoint_union_all dodecahedral_graph dorogovtsev_goltsev_mendes_graph double_edge_swap dual_barabasi_albert_graph duplication_divergence_graph edge_subgraph expected_degree_graph extended_barabasi_albert_graph from_dict_of_dicts from_dict_of_lists from_edgelist from_graph6_bytes from_nested_tuple from_prufer_sequence from_sparse6_bytes frucht_graph full_join full_rary_tree generalized_petersen_graph geographical_threshold_graph geometric_soft_configuration_graph gomory_hu_tree graph_atlas grid_2d_graph grid_graph heawood_graph hexagonal_lattice_graph hkn_harary_graph hnm_harary_graph hoffman_singleton_graph house_graph house_x_graph hypercube_graph icosahedral_graph induced_subgraph intersection intersection_all interval_graph inverse_line_graph join_trees joint_degree_graph junction_tree k_core k_corona k_crust k_factor k_shell k_truss kl_connected_subgraph kneser_graph krackhardt_kite_graph lattice_reference lexicographic_product line_graph lollipop_graph make_clique_bipartite make_max_clique_graph margulis_gabber_galil_graph maximum_spanning_tree maybe_regular_expander_graph minimum_spanning_tree modular_product moebius_kantor_graph moral_graph mycielski_graph mycielskian node_link_graph octahedral_graph paley_graph pappus_graph parse_adjlist parse_edgelist parse_gml parse_graphml parse_leda parse_multiline_adjlist parse_pajek partial_duplication_graph partition_spanning_tree petersen_graph power projected_graph quotient_graph random_cograph random_degree_sequence_graph random_geometric_graph random_internet_as_graph random_labeled_rooted_forest random_labeled_rooted_tree random_labeled_tree random_reference random_regular_expander_graph random_spanning_tree read_adjlist read_edgelist read_gexf read_gml read_graph6 read_graphml read_leda read_multiline_adjlist read_weighted_edgelist relabel_gexf_graph relaxed_caveman_graph restricted_view ring_of_cliques rooted_product sedgewick_maze_graph snap_aggregation soft_random_geometric_graph spanner spectral_graph_forge strong_product sudoku_graph symmetric_difference tensor_product tetrahedral_graph thresholded_random_geometric_graph to_networkx_graph triangular_lattice_graph truncated_cube_graph truncated_tetrahedron_graph tutte_graph union_all visibility_graph waxman_graph windmill_graph
-> dict: adjacency_data all_pairs_node_connectivity approximate_current_flow_betweenness_centrality arf_layout attribute_mixing_dict average_degree_connectivity average_neighbor_degree betweenness_centrality betweenness_centrality_subset bfs_layout bipartite_layout circular_layout closeness_centrality combinatorial_embedding_to_pos communicability communicability_betweenness_centrality communicability_exp constraint core_number current_flow_betweenness_centrality current_flow_betweenness_centrality_subset current_flow_closeness_centrality cytoscape_data degree_centrality degree_mixing_dict dfs_predecessors dfs_successors dispersion dominance_frontiers draw_networkx_edge_labels draw_networkx_labels edge_betweenness_centrality edge_betweenness_centrality_subset edge_current_flow_betweenness_centrality edge_current_flow_betweenness_centrality_subset edge_load_centrality effective_size eigenvector_centrality eigenvector_centrality_numpy equitable_color floyd_warshall forceatlas2_layout get_edge_attributes get_node_attributes greedy_color harmonic_centrality immediate_dominators in_degree_centrality incremental_closeness_centrality johnson k_components kamada_kawai_layout katz_centrality katz_centrality_numpy laplacian_centrality max_flow_min_cost min_cost_flow mixing_dict multi_source_dijkstra_path multi_source_dijkstra_path_length multipartite_layout node_link_data number_of_walks onion_layers out_degree_centrality pagerank panther_similarity panther_vector_similarity percolation_centrality planar_layout random_layout rescale_layout_dict rich_club_coefficient second_order_centrality shell_layout single_source_bellman_ford_path single_source_bellman_ford_path_length single_source_dijkstra_path single_source_dijkstra_path_length single_source_shortest_path single_source_shortest_path_length single_target_shortest_path single_target_shortest_path_length spectral_layout spiral_layout spring_layout subgraph_centrality subgraph_centrality_exp to_dict_of_dicts to_dict_of_lists tree_data triadic_census trophic_differences trophic_levels voronoi_cells weisfeiler_lehman_subgraph_hashes
-> scipy.sparse.csr_array: adjacency_matrix bethe_hessian_matrix laplacian_matrix normalized_laplacian_matrix
-> ndarray: adjacency_spectrum attribute_mixing_matrix bethe_hessian_spectrum degree_mixing_matrix directed_combinatorial_laplacian_matrix directed_laplacian_matrix directed_modularity_matrix fiedler_vector floyd_warshall_numpy google_matrix laplacian_spectrum modularity_matrix modularity_spectrum normalized_laplacian_spectrum rescale_layout to_numpy_array
-> iterator[tuple[unknown, dict]]: all_pairs_all_shortest_paths all_pairs_bellman_ford_path all_pairs_bellman_ford_path_length all_pairs_dijkstra_path all_pairs_dijkstra_path_length all_pairs_shortest_path
-> iterator[tuple[unknown, tuple[dict, dict]]]: all_pairs_dijkstra
-> iterator[list]: all_shortest_paths all_simple_paths all_topological_sorts antichains bfs_layers chordless_cycles enumerate_all_cliques find_cliques find_cliques_recursive generate_random_paths nonisomorphic_trees shortest_simple_paths simple_cycles topological_generations
-> iterator[list | list[tuple[unknown, unknown]]]: all_simple_edge_paths
-> iterator[tuple[unknown, unknown, unknown]]: all_triangles global_parameters
-> set: ancestors connected_dominating_set descendants descendants_at_distance dominating_set find_induced_nodes max_weight_matching maximal_matching min_edge_cover min_weight_matching minimum_edge_cut node_boundary node_connected_component
-> list: astar_path barycenter bellman_ford_path bidirectional_shortest_path center dag_longest_path dijkstra_path find_negative_cycle geometric_edges maximal_independent_set periphery reconstruct_path spectral_ordering to_prufer_sequence voterank
-> ndarray | tuple[ndarray, list]: attr_matrix
-> scipy.sparse.lil_array | tuple[scipy.sparse.lil_array, list]: attr_sparse_matrix
-> iterator[set]: attracting_components chordal_graph_cliques connected_components k_edge_components kosaraju_strongly_connected_components strongly_connected_components weakly_connected_components
-> tuple[dict, dict]: bellman_ford_predecessor_and_distance dijkstra_predecessor_and_distance floyd_warshall_predecessor_and_distance goldberg_radzik hits
-> iterator[tuple[unknown, unknown]]: bfs_beam_edges bfs_edges bfs_predecessors dfs_edges generic_bfs_edges k_edge_augmentation non_edges
-> iterator[tuple[unknown, unknown, str]]: bfs_labeled_edges dfs_labeled_edges
-> iterator[tuple[unknown, list]]: bfs_successors
-> .DiGraph: bfs_tree compose condensation dag_to_branching dfs_tree directed_edge_swap directed_havel_hakimi_graph gaussian_random_partition_graph maximum_branching maximum_spanning_arborescence minimum_branching minimum_spanning_arborescence planted_partition_graph prefix_tree prefix_tree_recursive random_partition_graph stochastic_block_model transitive_closure_dag transitive_reduction tree_graph triad_graph union
-> iterator[list[tuple[unknown, unknown]]]: biconnected_component_edges chain_decomposition
-> iterator[list[set]]: biconnected_components
-> tuple[float, list]: bidirectional_dijkstra prominent_group
-> tuple[int, dict]: capacity_scaling
-> tuple[bool, .Graph]: check_planarity
-> float | dict: closeness_vitality clustering load_centrality reciprocity resistance_distance simrank_similarity square_clustering
-> tuple[unknown, dict]: complete_to_chordal_graph network_simplex
property .utils.NetworkXConfig: config
-> .MultiGraph: configuration_model eulerize read_sparse6
-> list[list]: cycle_basis minimum_cycle_basis recursive_simple_cycles
-> tuple[.Graph, set]: dedensify
-> list[int]: degree_histogram
-> .MultiDiGraph: directed_configuration_model random_k_out_graph read_pajek scale_free_graph
-> matplotlib.collections.LineCollection | list[matplotlib.patches.FancyArrowPatch]: draw_networkx_edges
-> matplotlib.collections.PathCollection: draw_networkx_nodes
-> int | dict: eccentricity number_of_cliques triangles
-> iterator[tuple[unknown, ...]]: edge_bfs edge_dfs
-> set[set]: equivalence_classes
-> list | None: find_asteroidal_triple
-> set | None: find_minimal_d_separator
-> collections.Counter | dict: generalized_degree
-> iterator[str]: generate_adjlist generate_multiline_adjlist
-> list[.Graph]: graph_atlas_g
-> list[float] | float: group_betweenness_centrality
-> scipy.sparse.csc_array: incidence_matrix
-> tuple[list, list]: intersection_array
-> iterator[tuple[unknown, unknown]] | iterator[tuple[unknown, unknown, int]]: local_bridges
-> tuple[list, int]: max_weight_clique
-> tuple[float, dict]: maximum_flow
-> tuple[float, tuple[set, set]]: minimum_cut
-> dict | set: minimum_node_cut
-> tuple[dict, dict] | tuple[float, list]: multi_source_dijkstra single_source_bellman_ford single_source_dijkstra
-> dict | int: node_clique_number
-> tuple[float, float]: non_randomness
-> tuple[list[tuple[unknown, unknown]], float]: optimal_edit_paths
-> .Graph | list[.Graph]: random_unlabeled_rooted_forest random_unlabeled_rooted_tree random_unlabeled_tree
-> iterator[tuple[unknown, unknown]] | iterator[tuple[unknown, unknown, unknown]]: selfloop_edges
-> list | dict | iterator[tuple[unknown, dict]]: shortest_path
-> float | dict | iterator[tuple[unknown, dict]]: shortest_path_length
-> iterator[tuple[unknown, list[list]]]: single_source_all_shortest_paths
-> tuple[set, set]: spectral_bisection
-> tuple[float, tuple[list, list]]: stoer_wagner
-> str: to_latex to_latex_raw weisfeiler_lehman_graph_hash
-> tuple[unknown, ...]: to_nested_tuple
-> tuple[int, set]: tree_broadcast_center
-> str | None: triad_type
-> collections.defaultdict: triads_by_type
-> dict | None: vf2pp_isomorphism
module networkx.algorithms.bipartite
-> dict: betweenness_centrality birank closeness_centrality color degree_centrality eppstein_matching hopcroft_karp_matching latapy_clustering minimum_weight_full_matching node_redundancy
-> .Graph: collaboration_weighted_projected_graph from_biadjacency_matrix generic_weighted_projected_graph overlap_weighted_projected_graph parse_edgelist read_edgelist weighted_projected_graph
-> tuple[unknown, unknown]: degrees
-> iterator[str]: generate_edgelist
-> set: min_edge_cover to_vertex_cover
-> tuple[set, set]: sets
-> float | dict: spectral_bipartivity
module networkx.algorithms.community
-> list: edge_betweenness_partition edge_current_flow_betweenness_partition leiden_communities lukes_partitioning naive_greedy_modularity_communities
-> list[set]: greedy_modularity_communities louvain_communities
-> tuple[set, set]: greedy_node_swap_bipartition kernighan_lin_bisection spectral_modularity_bipartition
-> set: greedy_source_expansion
-> iterator[list[set]]: louvain_partitions
-> tuple[float, float]: partition_quality
module networkx.classes.reportviews
class DiDegreeView
  -> int | self: __call__
  -> iterator[tuple[unknown, int]]: __iter__
class EdgeView(.classes.reportviews.OutEdgeView)
  -> self | .classes.reportviews.EdgeDataView: __call__
  -> .classes.reportviews.EdgeDataView: data
class InEdgeView(.classes.reportviews.OutEdgeView)
  -> self | .classes.reportviews.InEdgeDataView: __call__
  -> .classes.reportviews.InEdgeDataView: data
class InMultiEdgeView(.classes.reportviews.OutMultiEdgeView)
  -> .classes.reportviews.InMultiEdgeDataView: __call__ data
class MultiEdgeView(.classes.reportviews.OutMultiEdgeView)
  -> .classes.reportviews.MultiEdgeDataView: __call__ data
class NodeDataView
  -> iterator[tuple[unknown, unknown]]: __iter__
class NodeView
  -> self | .classes.reportviews.NodeDataView: __call__
  -> .classes.reportviews.NodeDataView: data
class OutEdgeView
  -> iterator[tuple[unknown, unknown]]: __iter__
  -> self | .classes.reportviews.OutEdgeDataView: __call__
  -> .classes.reportviews.OutEdgeDataView: data
class OutMultiEdgeView(.classes.reportviews.OutEdgeView)
  -> iterator[tuple[unknown, unknown, unknown]]: __iter__
  -> .classes.reportviews.OutMultiEdgeDataView: __call__ data
classes(.classes.reportviews.DiDegreeView): DegreeView DiMultiDegreeView InDegreeView InMultiDegreeView MultiDegreeView OutDegreeView OutMultiDegreeView
module networkx.drawing.nx_pydot
-> .Graph: from_pydot read_dot
-> dict: graphviz_layout pydot_layout
module networkx.readwrite.graphml
class GraphML
  property str: NS_GRAPHML NS_XSI NS_Y SCHEMALOCATION
  property dict: convert_bool
`;
