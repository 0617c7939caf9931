package shop.catalog;

import org.springframework.stereotype.Service;

/** The products, as a service. */
@Service
class ProductService extends EntityService<Product> {
  ProductService(ProductRepository products) {
    super(products);
  }
}
